package pro.cryptotrader.simulator.stream;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import pro.cryptotrader.simulator.market.Interval;
import pro.cryptotrader.simulator.venue.Statistics;
import pro.cryptotrader.simulator.venue.Venue;

/** The streams that tell every second how prices have gone: tickers and the average price. */
final class StatisticStreams {
    private static final List<String> WINDOWS = List.of("1h", "4h", "1d");

    private final Venue venue;
    private final BiConsumer<String, Supplier<String>> publish;

    /** {@code publish} asks for the event only if somebody hears the stream. */
    StatisticStreams(Venue venue, BiConsumer<String, Supplier<String>> publish) {
        this.venue = venue;
        this.publish = publish;
    }

    /** Tells of the symbols that changed. */
    void tell(Set<String> changed) {
        var days = new TreeMap<String, Statistics>();
        for (var symbol : changed) {
            Supplier<Statistics> day = () -> days.computeIfAbsent(symbol, venue.market()::lastDay);
            tell(symbol, "miniTicker", () -> TickerEvents.miniTicker(day.get()));
            tell(symbol, "ticker", () -> ticker(day.get()));
            tell(symbol, "avgPrice", () -> averagePrice(symbol));
            for (var window : WINDOWS) {
                tell(symbol, "ticker_" + window, () -> window(symbol, window));
            }
        }
        publish.accept(
                "!miniTicker@arr",
                () ->
                        all(
                                changed,
                                symbol ->
                                        TickerEvents.miniTicker(
                                                days.computeIfAbsent(
                                                        symbol, venue.market()::lastDay))));
        for (var window : WINDOWS) {
            publish.accept(
                    "!ticker_" + window + "@arr",
                    () -> all(changed, symbol -> window(symbol, window)));
        }
    }

    private void tell(String symbol, String kind, Supplier<String> event) {
        publish.accept(MarketStreams.stream(symbol, kind), event);
    }

    private static String all(Set<String> changed, Function<String, String> event) {
        return changed.stream().sorted().map(event).collect(Collectors.joining(",", "[", "]"));
    }

    private String ticker(Statistics day) {
        return venue.read(engine -> TickerEvents.ticker(day, engine.book(day.symbol())));
    }

    private String averagePrice(String symbol) {
        var recent = venue.market().recentTrades(symbol, 1);
        return TickerEvents.averagePrice(
                symbol,
                venue.market().average(symbol),
                recent.isEmpty() ? venue.time() : recent.getLast().time(),
                venue.time());
    }

    private String window(String symbol, String window) {
        var interval = Interval.of(window).orElseThrow();
        var all = venue.market().since(symbol, venue.time() - interval.longest());
        return TickerEvents.window(window, all);
    }
}
