package pro.cryptotrader.market.inbound;

import com.binance.connector.client.exceptions.BinanceClientException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.binance.market.MarketMessage;
import pro.cryptotrader.binance.market.MarketMessages;
import pro.cryptotrader.binance.market.MarketStream;
import pro.cryptotrader.binance.market.PublicMarket;
import pro.cryptotrader.contracts.event.MarketAlert;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.market.MarketMonitor;
import pro.cryptotrader.market.MarketSettings;
import pro.cryptotrader.market.SymbolCandles;
import pro.cryptotrader.market.SymbolPulse;

/**
 * One connection's life on one thread: list the instruments, connect, fill what was missed, then
 * listen. It ends by throwing, or by returning when other symbols are wanted; everything it knew is
 * learned again by the next one.
 */
final class FeedSession implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(FeedSession.class);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration CHECK = Duration.ofSeconds(1);

    private final MarketSettings settings;
    private final PublicMarket market;
    private final MarketMonitor monitor;
    private final InstantSource clock;
    private final Backfill backfill;
    private final BlockingQueue<String> messages;
    private final Map<String, SymbolPulse> pulses = new HashMap<>();
    private final Map<String, SymbolCandles> candles = new HashMap<>();
    private volatile @Nullable String ended;
    private volatile boolean live;
    private @Nullable MarketStream stream;

    FeedSession(
            MarketSettings settings,
            PublicMarket market,
            MarketMonitor monitor,
            InstantSource clock) {
        this.settings = settings;
        this.market = market;
        this.monitor = monitor;
        this.clock = clock;
        this.backfill = new Backfill(market, monitor, settings.history());
        this.messages = new ArrayBlockingQueue<>(settings.queue());
    }

    /** Whether every symbol's feed is live. */
    boolean isLive() {
        return live;
    }

    /** Listens until the connection ends or other symbols are wanted. */
    void run(Set<Symbol> wanted) throws InterruptedException {
        var symbols = listInstruments(wanted);
        if (symbols.isEmpty()) {
            throw new IllegalStateException("the venue knows none of " + wanted);
        }
        for (var symbol : symbols) {
            pulses.put(
                    symbol.venueName(),
                    new SymbolPulse(
                            symbol, settings.tickEvery(), settings.staleAfter(), clock.instant()));
        }
        stream =
                MarketStream.open(
                        settings.streamUrl(),
                        symbols,
                        () -> {},
                        this::enqueue,
                        reason -> ended = reason);
        // Connected first, filled afterwards: what closes meanwhile waits in the queue.
        for (var symbol : symbols) {
            candles.put(symbol.venueName(), backfill.begin(symbol));
        }
        listen(wanted);
    }

    private void listen(Set<Symbol> wanted) throws InterruptedException {
        var checked = Instant.MIN;
        while (true) {
            var text = messages.poll(POLL.toMillis(), TimeUnit.MILLISECONDS);
            if (text != null) {
                MarketMessages.read(text).ifPresent(this::take);
            }
            var reason = ended;
            if (reason != null) {
                throw new IllegalStateException(reason);
            }
            var now = clock.instant();
            publishDueTicks(now);
            if (checked.equals(Instant.MIN) || !now.isBefore(checked.plus(CHECK))) {
                checked = now;
                checkHealth(now, true);
                if (!wanted.containsAll(monitor.watched())) {
                    LOG.info("other symbols are wanted: connecting again");
                    return;
                }
            }
        }
    }

    private void enqueue(String text) {
        if (!messages.offer(text)) {
            ended = "more than %d messages waiting".formatted(settings.queue());
        }
    }

    private void take(MarketMessage message) {
        var pulse = pulses.get(message.symbol());
        if (pulse == null) {
            return;
        }
        switch (message) {
            case MarketMessage.Trade trade ->
                    pulse.traded(trade.price(), trade.tradeId(), trade.at(), clock.instant());
            case MarketMessage.BestPrices best ->
                    pulse.quoted(best.bid(), best.ask(), clock.instant());
            case MarketMessage.ClosedMinute closed ->
                    closed(pulse.symbol(), closed.candle(pulse.symbol()));
        }
    }

    private void closed(Symbol symbol, Candle minute) {
        var sequence = candles.get(symbol.venueName());
        if (sequence == null || minute.openTime().isBefore(sequence.next())) {
            return;
        }
        if (minute.openTime().isAfter(sequence.next())) {
            int missed = backfill.catchUp(symbol, sequence);
            monitor.publish(
                    new MarketAlert(
                            symbol,
                            MarketAlert.Kind.GAP_FILLED,
                            "candles before %s were missed and taken from the venue's history"
                                    .formatted(minute.openTime()),
                            Map.of("candles", Integer.toString(missed)),
                            minute.closeTime()));
        }
        var news = sequence.accept(minute, false);
        if (!news.isEmpty()) {
            monitor.publish(news);
        }
    }

    private void publishDueTicks(Instant now) {
        for (var pulse : pulses.values()) {
            pulse.dueTick(now).ifPresent(monitor::publish);
        }
    }

    private void checkHealth(Instant now, boolean connected) {
        for (var pulse : pulses.values()) {
            pulse.changedHealth(now, connected).ifPresent(health -> tell(pulse, health, now));
        }
        live =
                pulses.values().stream()
                        .allMatch(pulse -> pulse.health() == SymbolPulse.Health.LIVE);
    }

    private void tell(SymbolPulse pulse, SymbolPulse.Health health, Instant now) {
        boolean stale = health == SymbolPulse.Health.STALE;
        var silence = pulse.silence(now).toSeconds();
        monitor.publish(
                new MarketAlert(
                        pulse.symbol(),
                        stale ? MarketAlert.Kind.FEED_STALE : MarketAlert.Kind.FEED_LIVE,
                        stale
                                ? "nothing heard of %s for %d s".formatted(pulse.symbol(), silence)
                                : "%s is live".formatted(pulse.symbol()),
                        Map.of("silence_s", Long.toString(silence)),
                        pulse.tradedAt()));
    }

    /**
     * Publishes the rules of every symbol the venue knows; asks one by one, since one unknown
     * spoils a whole answer.
     */
    private List<Symbol> listInstruments(Collection<Symbol> wanted) {
        var known = new ArrayList<Symbol>();
        for (var symbol : wanted) {
            try {
                for (var instrument : market.instruments(List.of(symbol))) {
                    monitor.publish(instrument);
                    known.add(symbol);
                }
            } catch (BinanceClientException e) {
                LOG.errorf("%s is not watched: the venue says %s", symbol, e.getMessage());
            }
        }
        return known;
    }

    @Override
    public void close() {
        live = false;
        if (stream != null) {
            stream.close();
        }
        checkHealth(clock.instant(), false);
    }
}
