package pro.cryptotrader.simulator.venue;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.simulator.journal.RequestJournal;
import pro.cryptotrader.simulator.keys.KeyRing;
import pro.cryptotrader.simulator.market.ExchangeInfo;
import pro.cryptotrader.simulator.store.VenueKey;
import pro.cryptotrader.simulator.upstream.Upstream;
import pro.cryptotrader.simulator.upstream.UpstreamSettings;

/** Opens the venue with the application and lets its market run until the application stops. */
@ApplicationScoped
public class VenueService {
    private static final Logger LOG = Logger.getLogger(VenueService.class);
    private static final long TICK_MILLIS = 10;

    private final ExchangeInfo info;
    private final Venue venue;
    private final VenueKey key;
    private final KeyRing keys;
    private final RequestJournal requests;
    private final InstantSource wall = InstantSource.system();
    private final @Nullable UpstreamRelay relay;
    private volatile boolean stopping;
    private final Thread ticker = Thread.ofPlatform().daemon().name("market").unstarted(this::run);

    /** Opens it. */
    public VenueService(
            Settings settings,
            RuleSettings rules,
            BookSettings book,
            UpstreamSettings upstreamSettings) {
        var upstream = new Upstream(upstreamSettings);
        var rulebook = new Rulebook(settings.commission(), rules, book);
        info = rulebook.info();
        venue = new VenueOpening(settings, rulebook, upstream).open(System.nanoTime());
        key = new VenueKey(settings.dataDir().resolve("venue.key"));
        keys =
                new KeyRing(
                        key,
                        () -> venue.read(engine -> engine.state().accounts()),
                        settings.dataDir().resolve("public-keys.jsonl"));
        requests = new RequestJournal(settings.dataDir().resolve("requests.jsonl"));
        relay =
                settings.market() == Settings.MarketKind.UPSTREAM
                        ? new UpstreamRelay(upstream, venue)
                        : null;
    }

    /** The venue. */
    @Produces
    @Singleton
    public Venue venue() {
        return venue;
    }

    /** What was recorded of Binance's rules, if it was given. */
    @Produces
    @Singleton
    public ExchangeInfo info() {
        return info;
    }

    /** Whence API keys come. */
    @Produces
    @Singleton
    public VenueKey key() {
        return key;
    }

    /** Everybody's API keys. */
    @Produces
    @Singleton
    public KeyRing keys() {
        return keys;
    }

    /** Where requests are written down. */
    @Produces
    @Singleton
    public RequestJournal requests() {
        return requests;
    }

    /** The machine's clock: request signing and rate limits live in wall time. */
    @Produces
    @Singleton
    public InstantSource wall() {
        return wall;
    }

    /** Lets the market run. */
    public void start() {
        LOG.infof("SIMULATED market of %s at %s times wall time", venue.symbols(), venue.speed());
        ticker.start();
        if (relay != null) {
            relay.start();
        }
    }

    private void run() {
        while (!stopping) {
            venue.tick(System.nanoTime(), wall.millis());
            try {
                Thread.sleep(TICK_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        if (relay != null) {
            relay.stop();
        }
        ticker.join();
        venue.close();
        requests.close();
    }
}
