package pro.cryptotrader.simulator.stream;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import pro.cryptotrader.simulator.market.AggregateTrade;
import pro.cryptotrader.simulator.market.Candle;
import pro.cryptotrader.simulator.market.Interval;
import pro.cryptotrader.simulator.market.MarketTrade;
import pro.cryptotrader.simulator.matching.Fact;
import pro.cryptotrader.simulator.matching.Side;
import pro.cryptotrader.simulator.venue.Audience;
import pro.cryptotrader.simulator.venue.Venue;

/**
 * Who hears which market stream. Trades go out one by one; quotes every 50 ms, fast depth every 100
 * ms, open candles every 250 ms, slow depth and statistics every second of wall time, if they
 * changed; closing candles always and at once.
 */
@Singleton
public class MarketStreams implements Audience {
    private static final List<Integer> LEVELS = List.of(5, 10, 20);

    private final Venue venue;
    private final StatisticStreams statistics;
    private final Map<String, Set<Client>> subscribers = new ConcurrentHashMap<>();
    private final Map<String, DepthFeed> depths = new HashMap<>();
    private final Map<String, AggregateTrade> aggregates = new TreeMap<>();
    private final Beat quotes = new Beat(50);
    private final Beat fastDepth = new Beat(100);
    private final Beat klines = new Beat(250);
    private final Beat seconds = new Beat(1000);

    /** Symbols that changed since the last beat. */
    private static final class Beat {
        private final long millis;
        private final Set<String> changed = new HashSet<>();
        private long last;

        Beat(long millis) {
            this.millis = millis;
        }

        /** What changed, if it is time to say so. */
        Set<String> take(long wallMillis) {
            if (wallMillis - last < millis) {
                return Set.of();
            }
            last = wallMillis;
            var symbols = Set.copyOf(changed);
            changed.clear();
            return symbols;
        }
    }

    /** Tells of {@code venue}. */
    public MarketStreams(Venue venue) {
        this.venue = venue;
        statistics = new StatisticStreams(venue, this::publish);
    }

    void subscribe(Client client, String stream) {
        subscribers.computeIfAbsent(stream, _ -> ConcurrentHashMap.newKeySet()).add(client);
        client.streams().add(stream);
    }

    void unsubscribe(Client client, String stream) {
        var clients = subscribers.get(stream);
        if (clients != null) {
            clients.remove(client);
        }
        client.streams().remove(stream);
    }

    void forget(Client client) {
        List.copyOf(client.streams()).forEach(stream -> unsubscribe(client, stream));
    }

    private boolean heard(String stream) {
        var clients = subscribers.get(stream);
        return clients != null && !clients.isEmpty();
    }

    private void publish(String stream, Supplier<String> event) {
        if (heard(stream)) {
            var json = event.get();
            subscribers.getOrDefault(stream, Set.of()).forEach(each -> each.event(stream, json));
        }
    }

    static String stream(String symbol, String kind) {
        return symbol.toLowerCase(Locale.ROOT) + '@' + kind;
    }

    @Override
    public void traded(MarketTrade trade) {
        var symbol = trade.symbol();
        publish(stream(symbol, "trade"), () -> MarketEvents.trade(trade));
        aggregate(symbol);
        klines.changed.add(symbol);
        seconds.changed.add(symbol);
        bookChanged(symbol);
    }

    /** What one taker took goes out when he is done: with the next trade, or a breath later. */
    private void aggregate(String symbol) {
        if (heard(stream(symbol, "aggTrade"))) {
            var now = venue.market().lastAggregate(symbol);
            var before = aggregates.put(symbol, now);
            if (before != null && before.id() != now.id()) {
                publish(before);
            }
        }
    }

    private void publish(AggregateTrade trade) {
        publish(stream(trade.symbol(), "aggTrade"), () -> MarketEvents.aggTrade(trade));
    }

    @Override
    public void quoted(String symbol) {
        bookChanged(symbol);
    }

    /** What accounts take from the book is gone from it; that is all that others see of it. */
    @Override
    public void happened(List<Fact> facts) {
        for (var fact : facts) {
            if (fact instanceof Fact.OrderChanged changed && changed.fill() != null) {
                bookChanged(changed.order().terms().symbol());
            }
        }
    }

    private void bookChanged(String symbol) {
        quotes.changed.add(symbol);
        fastDepth.changed.add(symbol);
        seconds.changed.add(symbol);
        for (var kind : List.of("depth", "depth@100ms")) {
            var stream = stream(symbol, kind);
            if (heard(stream)) {
                var feed = depths.computeIfAbsent(stream, _ -> new DepthFeed());
                venue.read(engine -> {
                    feed.observe(engine.book(symbol));
                    return feed;
                });
            } else {
                depths.remove(stream);
            }
        }
    }

    @Override
    public void closed(
            String symbol, Interval interval, Candle candle, long lastTradeId, long time) {
        publish(
                stream(symbol, "kline_" + interval.code()),
                () -> MarketEvents.kline(symbol, interval, candle, true, lastTradeId, time));
    }

    @Override
    public void breathe(long wallMillis) {
        aggregates.values().forEach(this::publish);
        aggregates.clear();
        for (var symbol : quotes.take(wallMillis)) {
            publish(stream(symbol, "bookTicker"), () -> quote(symbol));
        }
        for (var symbol : fastDepth.take(wallMillis)) {
            depth(symbol, "@100ms");
        }
        for (var symbol : klines.take(wallMillis)) {
            klines(symbol);
        }
        var changed = seconds.take(wallMillis);
        for (var symbol : changed) {
            depth(symbol, "");
        }
        if (!changed.isEmpty()) {
            statistics.tell(changed);
        }
    }

    private String quote(String symbol) {
        return venue.read(engine -> {
            var book = engine.book(symbol);
            return MarketEvents.bookTicker(
                    symbol,
                    book.updates(),
                    book.levels(Side.SELL, 1).getFirst(),
                    book.levels(Side.BUY, 1).getFirst());
        });
    }

    private void depth(String symbol, String speed) {
        for (var levels : LEVELS) {
            publish(
                    stream(symbol, "depth" + levels + speed),
                    () -> venue.read(engine -> MarketEvents.book(engine.book(symbol), levels)));
        }
        var stream = stream(symbol, "depth" + speed);
        var feed = depths.get(stream);
        if (feed != null) {
            feed.take()
                    .ifPresent(difference ->
                            publish(
                                    stream,
                                    () -> MarketEvents.depth(symbol, difference, venue.time())));
        }
    }

    private void klines(String symbol) {
        for (var interval : Interval.values()) {
            var stream = stream(symbol, "kline_" + interval.code());
            if (heard(stream)) {
                venue.market()
                        .current(symbol, interval)
                        .ifPresent(candle ->
                                publish(
                                        stream,
                                        () ->
                                                MarketEvents.kline(
                                                        symbol,
                                                        interval,
                                                        candle,
                                                        false,
                                                        venue.market().lastTradeId(symbol),
                                                        venue.time())));
            }
        }
    }
}
