package pro.cryptotrader.backtester.engine;

import java.time.Instant;
import pro.cryptotrader.backtester.fill.FillSettings;

/**
 * What a run depends on beside its candles and the accounts' configurations; equal settings, equal
 * result.
 *
 * @param from open time of the first candle that may be traded; candles before it only warm up
 * @param to where to stop, exclusive
 * @param orders how much of an order's life happens
 * @param curve how often equity is kept
 */
public record BacktestSettings(
        Instant from, Instant to, FillSettings fills, OrderLives orders, CurveStep curve) {
    public BacktestSettings {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "a backtest ends after its start %s, not at %s".formatted(from, to));
        }
    }

    /** How much of an order's life happens. */
    public enum OrderLives {
        /** All of it, by the executor's own decider. */
        FULL,
        /**
         * Entry, protection, cancel and sale without the searches and proofs that a real venue asks
         * for: the same trades, several times faster, for searches of thousands of runs.
         */
        SHORT
    }

    /** How often a point of the equity curve is kept; it is marked at every candle anyway. */
    public enum CurveStep {
        CANDLE,
        HOUR,
        DAY
    }
}
