package pro.cryptotrader.market.inbound;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.binance.market.PublicMarket;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.market.MarketMonitor;
import pro.cryptotrader.market.MarketSettings;

/**
 * Keeps one session with the venue alive, for ever: when one ends, for whatever reason, the next
 * begins after a pause and fills the gap. The venue closes every connection after 24 hours; that is
 * no more than one of the reasons.
 */
@ApplicationScoped
class Feed {
    private static final Logger LOG = Logger.getLogger(Feed.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final MarketSettings settings;
    private final MarketMonitor monitor;
    private final InstantSource clock;
    private final Thread thread;
    private volatile boolean stopping;
    private volatile @Nullable FeedSession current;

    Feed(MarketSettings settings, MarketMonitor monitor, InstantSource clock) {
        this.settings = settings;
        this.monitor = monitor;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("market-feed").daemon().unstarted(this::run);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(5));
    }

    /** What the session that runs now says of itself; null between two of them. */
    @Nullable FeedSession current() {
        return current;
    }

    private void run() {
        var pause = FIRST_PAUSE;
        while (!stopping) {
            var began = clock.instant();
            try (var session = new FeedSession(settings, market(), monitor, clock)) {
                current = session;
                session.run(wanted());
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warnf("market feed interrupted: %s", e);
            } finally {
                current = null;
            }
            var lasted = Duration.between(began, clock.instant());
            pause = lasted.compareTo(LONGEST_PAUSE) > 0 ? FIRST_PAUSE : longer(pause);
            if (!rest(pause)) {
                return;
            }
        }
    }

    private PublicMarket market() {
        return new PublicMarket(settings.restUrl());
    }

    private Set<Symbol> wanted() {
        var symbols = new TreeSet<Symbol>(monitor.watched());
        settings.symbols().forEach(symbol -> symbols.add(Symbol.of(symbol)));
        return symbols;
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    private boolean rest(Duration pause) {
        try {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
            return !stopping;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
