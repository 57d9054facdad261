package pro.cryptotrader.gateway.live;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.Tick;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.gateway.outbound.LatestTicks;
import pro.cryptotrader.gateway.readmodel.Json;

/**
 * The market as it was last heard. Ticks stay in memory and go to the screens four times a second;
 * the database gets the last one only, every two seconds.
 */
@ApplicationScoped
public class PriceBoard {
    private static final Logger LOG = Logger.getLogger(PriceBoard.class);
    private static final long PUSH_EVERY_MS = 250;

    private final LatestTicks stored;
    private final LiveFeed feed;
    private final Json json;
    private final InstantSource clock;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("price-board").daemon().factory());
    private final SortedMap<Symbol, Quote> quotes = new ConcurrentSkipListMap<>();
    private final Map<Symbol, Quote> unpushed = new TreeMap<>();
    private final Map<Symbol, Tick> unstored = new TreeMap<>();

    PriceBoard(LatestTicks stored, LiveFeed feed, Json json, InstantSource clock) {
        this.stored = stored;
        this.feed = feed;
        this.json = json;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        stored.all().forEach(tick -> quotes.putIfAbsent(tick.symbol(), quote(tick, null)));
        var _ =
                timer.scheduleWithFixedDelay(
                        this::push, PUSH_EVERY_MS, PUSH_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    /** Takes a tick in. */
    public void accept(Tick tick) {
        var quote = quote(tick, clock.instant());
        quotes.put(tick.symbol(), quote);
        synchronized (unpushed) {
            unpushed.put(tick.symbol(), quote);
            unstored.put(tick.symbol(), tick);
        }
    }

    /** All symbols' latest quotes. */
    public List<Quote> quotes() {
        return List.copyOf(quotes.values());
    }

    private void push() {
        try {
            pushChanged();
        } catch (RuntimeException e) {
            // Thrown on, it would end the timer.
            LOG.errorf(e, "prices not pushed");
        }
    }

    private void pushChanged() {
        List<Quote> changed;
        synchronized (unpushed) {
            changed = new ArrayList<>(unpushed.values());
            unpushed.clear();
        }
        if (!changed.isEmpty()) {
            var texts = new TreeMap<Symbol, String>();
            changed.forEach(quote -> texts.put(quote.symbol(), json.write(quote)));
            feed.ticks(texts);
        }
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void store() {
        List<Tick> changed;
        synchronized (unpushed) {
            changed = new ArrayList<>(unstored.values());
            unstored.clear();
        }
        if (!changed.isEmpty()) {
            stored.store(changed);
        }
    }

    private static Quote quote(Tick tick, @Nullable Instant heardAt) {
        return new Quote(tick.symbol(), tick.last(), tick.bid(), tick.ask(), tick.at(), heardAt);
    }

    /**
     * A symbol's latest prices.
     *
     * @param at market time of the trade
     * @param heardAt wall time at which it arrived here; null when it is from before the start
     */
    public record Quote(
            Symbol symbol,
            Price last,
            Price bid,
            Price ask,
            Instant at,
            @Nullable Instant heardAt) {}
}
