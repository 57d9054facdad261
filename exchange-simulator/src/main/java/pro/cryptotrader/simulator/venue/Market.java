package pro.cryptotrader.simulator.venue;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.simulator.market.Candle;
import pro.cryptotrader.simulator.market.Interval;
import pro.cryptotrader.simulator.market.MarketTape;
import pro.cryptotrader.simulator.market.MarketTrade;
import pro.cryptotrader.simulator.matching.Amounts;
import pro.cryptotrader.simulator.matching.Engine;

/** Plays a tape up to the market's time: trades one by one, candles as their minutes end. */
final class Market {
    private final MarketTape tape;
    private final Engine engine;
    private final Map<String, Ticker> tickers;
    private final Listener listener;
    private MarketTape.@Nullable Minute minute;
    private int played;
    private boolean opened;
    private boolean finished;

    /** Whoever acts on what the market does. */
    interface Listener {
        /** Whether a symbol may trade now. */
        boolean open(String symbol);

        void traded(MarketTrade trade);

        void closed(String symbol, Interval interval, Candle candle, long end);

        void minuteEnded(long nextMinute);
    }

    Market(MarketTape tape, Engine engine, Map<String, Ticker> tickers, Listener listener) {
        this.tape = tape;
        this.engine = engine;
        this.tickers = new TreeMap<>(tickers);
        this.listener = listener;
    }

    /** Whether the recorded data have ended. */
    boolean finished() {
        return finished;
    }

    Map<String, double[]> position() {
        return tape.position();
    }

    /** Plays everything up to and including {@code time}. */
    void play(long time) {
        while (!finished) {
            var current = minute;
            if (current == null) {
                load();
                continue;
            }
            if (current.openTime() > time) {
                return;
            }
            open(current);
            playTrades(current, time);
            var end = current.openTime() + Interval.MINUTE;
            if (time < end) {
                return;
            }
            minute = null;
            close(end);
        }
    }

    private void load() {
        minute = tape.next().orElse(null);
        played = 0;
        opened = false;
        finished = minute == null;
    }

    private void open(MarketTape.Minute current) {
        if (!opened) {
            opened = true;
            // After a hole in the data longer candles may have ended within it.
            closeEndedBy(current.openTime());
            current.standing()
                    .forEach((symbol, price) -> {
                        var ticker = tickers.get(symbol);
                        var standing =
                                price > 0
                                        ? shocked(symbol, price, current.openTime())
                                        : engine.book(symbol).last();
                        if (ticker != null && standing > 0) {
                            ticker.open(current.openTime(), standing);
                        }
                    });
        }
    }

    private void playTrades(MarketTape.Minute current, long time) {
        var trades = current.trades();
        while (played < trades.size() && trades.get(played).time() <= time) {
            var trade = trades.get(played++);
            var ticker = tickers.get(trade.symbol());
            if (ticker != null && listener.open(trade.symbol())) {
                var price = shocked(trade.symbol(), trade.price(), trade.time());
                listener.traded(ticker.traded(trade.at(price)));
            }
        }
    }

    /** A trade of another venue; {@code openTime} is its minute's. */
    void relay(MarketTrade trade) {
        var ticker = tickers.get(trade.symbol());
        if (ticker != null && listener.open(trade.symbol())) {
            listener.traded(
                    ticker.traded(trade.at(shocked(trade.symbol(), trade.price(), trade.time()))));
        }
    }

    /** Another venue's best prices. */
    void quoted(String symbol, long bid, long ask) {
        engine.quote(symbol, bid, ask);
    }

    /** A minute of another venue ends and the next one begins. */
    void relayMinute(long end) {
        close(end);
        tickers.forEach((symbol, ticker) -> {
            var last = engine.book(symbol).last();
            if (last > 0) {
                ticker.open(end, last);
            }
        });
    }

    /** Ends the minute, and every longer candle that ends with it. */
    private void close(long end) {
        tickers.values().forEach(Ticker::closeMinute);
        closeEndedBy(end);
        listener.minuteEnded(end);
    }

    private void closeEndedBy(long time) {
        tickers.forEach((symbol, ticker) -> {
            for (var interval : Interval.values()) {
                ticker.closeEndedBy(interval, time)
                        .ifPresent(candle -> listener.closed(symbol, interval, candle, time));
            }
        });
    }

    private long shocked(String symbol, long price, long time) {
        var instrument = engine.instrument(symbol);
        var result = price;
        for (var shock : engine.state().shocks(symbol)) {
            if (shock.time() <= time) {
                var moved = Amounts.multiply(result, shock.factor());
                result = Math.max(instrument.tick(), Amounts.floorTo(moved, instrument.tick()));
            }
        }
        return result;
    }
}
