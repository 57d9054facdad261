package pro.cryptotrader.backtester.engine;

import java.time.Instant;
import pro.cryptotrader.backtester.fill.FillSettings;

/**
 * What a run depends on beside its candles and the accounts' configurations; equal settings, equal
 * result.
 *
 * @param from open time of the first candle that may be traded; candles before it only warm up
 * @param to where to stop, exclusive
 * @param curve how often equity is kept
 */
public record BacktestSettings(Instant from, Instant to, FillSettings fills, CurveStep curve) {
    public BacktestSettings {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "a backtest ends after its start %s, not at %s".formatted(from, to));
        }
    }

    /** How often a point of the equity curve is kept; it is marked at every candle anyway. */
    public enum CurveStep {
        CANDLE,
        HOUR,
        DAY
    }
}
