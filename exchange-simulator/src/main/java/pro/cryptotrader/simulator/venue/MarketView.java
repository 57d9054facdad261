package pro.cryptotrader.simulator.venue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.simulator.market.AggregateTrade;
import pro.cryptotrader.simulator.market.Candle;
import pro.cryptotrader.simulator.market.Interval;
import pro.cryptotrader.simulator.market.MarketTrade;
import pro.cryptotrader.simulator.matching.Engine;
import pro.cryptotrader.simulator.matching.Refusal;

/** What can be seen of the market: candles and trades, up to this moment. */
public final class MarketView {
    private static final long DAY = 1440 * Interval.MINUTE;

    private final ReentrantLock lock;
    private final Engine engine;
    private final Map<String, Ticker> tickers;
    private final MarketClock clock;

    MarketView(ReentrantLock lock, Engine engine, Map<String, Ticker> tickers, MarketClock clock) {
        this.lock = lock;
        this.engine = engine;
        this.tickers = tickers;
        this.clock = clock;
    }

    /** Candles of a symbol, oldest first, the open one at the end. */
    public List<Candle> candles(
            String symbol, Interval interval, @Nullable Long from, @Nullable Long to, int limit) {
        var ticker = ticker(symbol);
        var now = locked(clock::millis);
        var open = locked(ticker::minute);
        return CandleQuery.candles(ticker.file(), open, now, interval, from, to, limit);
    }

    /** What was traded since the minute that contains {@code from}. */
    public Statistics since(String symbol, long from) {
        var now = locked(clock::millis);
        var first = Interval.M1.openOf(from);
        var limit = (int) ((now - first) / Interval.MINUTE) + 1;
        var minutes = candles(symbol, Interval.M1, first, null, limit);
        var last = locked(() -> engine.book(symbol).last());
        var whole =
                minutes.stream()
                        .reduce((a, b) -> a.and(b, a.openTime()))
                        .orElseGet(() -> Candle.flat(first, last));
        var before = candles(symbol, Interval.M1, first - Interval.MINUTE, first - 1, 1);
        var recent = recentTrades(symbol, 1);
        var lastId = lastTradeId(symbol);
        return new Statistics(
                symbol,
                first,
                now,
                before.isEmpty() ? whole.open() : before.getFirst().close(),
                whole.open(),
                whole.high(),
                whole.low(),
                whole.close(),
                recent.isEmpty() ? 0 : recent.getLast().quantity(),
                whole.volume(),
                whole.quoteVolume(),
                whole.trades() == 0 ? -1 : Math.max(0, lastId - whole.trades() + 1),
                whole.trades() == 0 ? -1 : lastId,
                whole.trades());
    }

    /** What was traded in the last 24 hours. */
    public Statistics lastDay(String symbol) {
        return since(symbol, locked(clock::millis) - DAY);
    }

    /** The volume-weighted price of the last five minutes. */
    public long average(String symbol) {
        return since(symbol, locked(clock::millis) - 4 * Interval.MINUTE).average();
    }

    /** The open candle of a symbol. */
    public Optional<Candle> current(String symbol, Interval interval) {
        return locked(() -> ticker(symbol).current(interval));
    }

    /** The youngest market trades, oldest first. */
    public List<MarketTrade> recentTrades(String symbol, int limit) {
        return locked(() -> ticker(symbol).trades().youngest(limit));
    }

    /** Market trades from a number on, oldest first, as far back as they are kept. */
    public List<MarketTrade> tradesFrom(String symbol, long id, int limit) {
        return locked(() -> ticker(symbol).trades().from(id, limit));
    }

    /**
     * Aggregated market trades from a number and a time up to a time, oldest first.
     *
     * @param oldest whether the oldest of them are wanted if there are too many, or the youngest
     */
    public List<AggregateTrade> aggregates(
            String symbol, long fromId, long from, long to, int limit, boolean oldest) {
        return locked(() -> ticker(symbol).trades().aggregates(fromId, from, to, limit, oldest));
    }

    /** The aggregate that the last market trade belongs to. */
    public AggregateTrade lastAggregate(String symbol) {
        return locked(() -> ticker(symbol).trades().youngestAggregate());
    }

    /** The number of the last market trade. */
    public long lastTradeId(String symbol) {
        return locked(() -> ticker(symbol).lastTradeId());
    }

    Ticker ticker(String symbol) {
        var ticker = tickers.get(symbol);
        if (ticker == null) {
            throw new Refusal(-1121, "Invalid symbol.");
        }
        return ticker;
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
