package pro.cryptotrader.simulator.venue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.simulator.market.Candle;
import pro.cryptotrader.simulator.market.Interval;
import pro.cryptotrader.simulator.market.MarketTrade;
import pro.cryptotrader.simulator.matching.Engine;
import pro.cryptotrader.simulator.matching.Refusal;

/** What can be seen of the market: candles and trades, up to this moment. */
public final class MarketView {
    private static final int DAY_MINUTES = 1441;
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

    /** The last 24 hours as one candle, up to now. */
    public Candle lastDay(String symbol) {
        var now = locked(clock::millis);
        var minutes = candles(symbol, Interval.M1, now - DAY, null, DAY_MINUTES);
        return minutes.stream()
                .reduce((a, b) -> a.and(b, a.openTime()))
                .orElseGet(() -> Candle.flat(now, locked(() -> engine.book(symbol).last())));
    }

    /** The open candle of a symbol. */
    public Optional<Candle> current(String symbol, Interval interval) {
        return locked(() -> ticker(symbol).current(interval));
    }

    /** The last thousand market trades, oldest first. */
    public List<MarketTrade> recentTrades(String symbol) {
        return locked(() -> ticker(symbol).recent());
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
