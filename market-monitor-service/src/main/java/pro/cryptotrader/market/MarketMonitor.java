package pro.cryptotrader.market;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import pro.cryptotrader.contracts.event.CandleClosed;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.InstrumentListed;
import pro.cryptotrader.contracts.event.MarketAlert;
import pro.cryptotrader.contracts.event.Tick;
import pro.cryptotrader.contracts.event.TradingConfigChanged;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.DeterministicId;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.market.outbound.PublishedCandles;
import pro.cryptotrader.market.outbound.WatchedSymbols;
import pro.cryptotrader.messaging.EventPublisher;
import pro.cryptotrader.messaging.Inbox;
import pro.cryptotrader.messaging.Outbox;

/**
 * Says what the market did: each candle once and in order, in one transaction with how far it has
 * got.
 */
@ApplicationScoped
public class MarketMonitor {
    private static final String SOURCE = "market-monitor-service";

    private final PublishedCandles published;
    private final WatchedSymbols watched;
    private final Inbox inbox;
    private final Outbox outbox;
    private final EventPublisher publisher;
    private final InstantSource clock;

    MarketMonitor(
            PublishedCandles published,
            WatchedSymbols watched,
            Inbox inbox,
            Outbox outbox,
            EventPublisher publisher,
            InstantSource clock) {
        this.published = published;
        this.watched = watched;
        this.inbox = inbox;
        this.outbox = outbox;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * The open time of the last published candle of each interval; an interval is missing when
     * there is none.
     */
    @Transactional
    public Map<Interval, Instant> progress(Symbol symbol) {
        return published.of(symbol);
    }

    /** Publishes closed candles of one symbol, which follow those published before. */
    @Transactional
    public void publish(List<CandleClosed> candles) {
        var newest = new EnumMap<Interval, Candle>(Interval.class);
        for (var closed : candles) {
            newest.put(closed.candle().interval(), closed.candle());
        }
        newest.values().forEach(published::advance);
        outbox.append(
                candles.stream()
                        .map(closed ->
                                root(closed.candle().id(), closed.candle().closeTime(), closed))
                        .toList());
    }

    @Transactional
    public void publish(Instrument instrument) {
        var now = clock.instant();
        outbox.append(root(UUID.randomUUID(), now, new InstrumentListed(instrument, now)));
    }

    @Transactional
    public void publish(MarketAlert alert) {
        outbox.append(root(UUID.randomUUID(), alert.at(), alert));
    }

    /** Ticks are many and the next one replaces the last: they go without the outbox. */
    public void publish(Tick tick) {
        var name =
                "tick|%s|%d|%s|%s".formatted(tick.symbol(), tick.tradeId(), tick.bid(), tick.ask());
        publisher.publish(root(DeterministicId.root(name), tick.at(), tick));
    }

    /** Watches what an account trades from now on. */
    @Transactional
    public void onConfig(Envelope<Event> envelope) {
        if (envelope.data() instanceof TradingConfigChanged change && inbox.accept(envelope.id())) {
            watched.add(change.config().symbols());
        }
    }

    /** Everything that accounts have asked for. */
    @Transactional
    public Set<Symbol> watched() {
        return new TreeSet<>(watched.all());
    }

    private static <E extends Event> Envelope<E> root(UUID id, Instant at, E event) {
        return Envelope.root(id, SOURCE, at, event);
    }
}
