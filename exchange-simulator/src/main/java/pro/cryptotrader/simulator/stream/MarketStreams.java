package pro.cryptotrader.simulator.stream;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import pro.cryptotrader.simulator.market.Candle;
import pro.cryptotrader.simulator.market.Interval;
import pro.cryptotrader.simulator.market.MarketTrade;
import pro.cryptotrader.simulator.matching.Fact;
import pro.cryptotrader.simulator.matching.Side;
import pro.cryptotrader.simulator.venue.Audience;
import pro.cryptotrader.simulator.venue.Venue;

/**
 * Who hears which market stream. Trades go out one by one; quotes every 50 ms, open candles every
 * 250 ms and tickers every second of wall time, if they changed; closing candles always and at
 * once.
 */
@Singleton
public class MarketStreams implements Audience {
    private static final long QUOTE_MILLIS = 50;
    private static final long KLINE_MILLIS = 250;
    private static final long TICKER_MILLIS = 1000;

    private final Venue venue;
    private final Map<String, Set<Client>> subscribers = new ConcurrentHashMap<>();
    private final Set<String> newQuotes = new HashSet<>();
    private final Set<String> newKlines = new HashSet<>();
    private final Set<String> newTickers = new HashSet<>();
    private long lastQuotes;
    private long lastKlines;
    private long lastTickers;

    /** Tells of {@code venue}. */
    public MarketStreams(Venue venue) {
        this.venue = venue;
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

    private void publish(String stream, Supplier<String> event) {
        var clients = subscribers.get(stream);
        if (clients != null && !clients.isEmpty()) {
            var json = event.get();
            clients.forEach(client -> client.event(stream, json));
        }
    }

    private static String stream(String symbol, String kind) {
        return symbol.toLowerCase(Locale.ROOT) + '@' + kind;
    }

    @Override
    public void traded(MarketTrade trade) {
        var symbol = trade.symbol();
        publish(stream(symbol, "trade"), () -> MarketEvents.trade(trade));
        publish(stream(symbol, "aggTrade"), () -> MarketEvents.aggTrade(trade));
        changed(symbol);
    }

    /** Something about {@code symbol} is new. */
    private void changed(String symbol) {
        newQuotes.add(symbol);
        newKlines.add(symbol);
        newTickers.add(symbol);
    }

    @Override
    public void quoted(String symbol) {
        newQuotes.add(symbol);
    }

    @Override
    public void closed(
            String symbol, Interval interval, Candle candle, long lastTradeId, long time) {
        publish(
                stream(symbol, "kline_" + interval.code()),
                () -> MarketEvents.kline(symbol, interval, candle, true, lastTradeId, time));
    }

    @Override
    public void happened(List<Fact> facts) {
        // Orders are nobody else's business.
    }

    @Override
    public void breathe(long wallMillis) {
        if (wallMillis - lastQuotes >= QUOTE_MILLIS) {
            lastQuotes = wallMillis;
            newQuotes.forEach(symbol -> publish(stream(symbol, "bookTicker"), () -> quote(symbol)));
            newQuotes.clear();
        }
        if (wallMillis - lastKlines >= KLINE_MILLIS) {
            lastKlines = wallMillis;
            newKlines.forEach(this::klines);
            newKlines.clear();
        }
        if (wallMillis - lastTickers >= TICKER_MILLIS) {
            lastTickers = wallMillis;
            newTickers.forEach(symbol ->
                    publish(
                            stream(symbol, "miniTicker"),
                            () ->
                                    MarketEvents.miniTicker(
                                            symbol, venue.market().lastDay(symbol), venue.time())));
            newTickers.clear();
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

    private void klines(String symbol) {
        for (var interval : Interval.values()) {
            var stream = stream(symbol, "kline_" + interval.code());
            if (subscribers.containsKey(stream)) {
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
