package pro.cryptotrader.backtester.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.backtester.engine.BacktestTrade;

/**
 * How much of a result may be luck.
 *
 * @param sharpe annualised, with its interval
 * @param cagrPct with its interval
 * @param maxDrawdownPct with its interval
 * @param expectancy mean result of a trade with its interval; NaN without trades
 * @param trials how many configurations were tried before this one was picked
 * @param deflatedSharpe probability, 0 to 1, that the true Sharpe ratio is above zero after so many
 *     trials
 * @param randomEntries the real entries beside random ones; null when not asked for
 */
public record Significance(
        ConfidenceInterval sharpe,
        ConfidenceInterval cagrPct,
        ConfidenceInterval maxDrawdownPct,
        ConfidenceInterval expectancy,
        int trials,
        double deflatedSharpe,
        RandomEntries.@Nullable Verdict randomEntries) {

    /**
     * How it is computed.
     *
     * @param samples of each bootstrap
     * @param level of the intervals, such as 0.95
     * @param trials how many configurations were tried, at least 1
     * @param trialVariance variance of the daily Sharpe ratios of all trials
     * @param randomRuns how often all trades are entered at random; 0 when there are no candles to
     *     do it on
     */
    public record Settings(
            int samples,
            double level,
            int trials,
            double trialVariance,
            int randomRuns,
            long seed) {
        /** 2,000 samples, 95 %, one trial, 1,000 random runs. */
        public static Settings usual(long seed) {
            return new Settings(2_000, 0.95, 1, 0, 1_000, seed);
        }

        /** The same for the one that was picked of {@code count}. */
        public Settings pickedOf(int count, double variance) {
            return new Settings(samples, level, count, variance, randomRuns, seed);
        }
    }

    static Significance of(
            DailyEquity curve,
            List<BacktestTrade> trades,
            RandomEntries.@Nullable Verdict randomEntries,
            Settings settings) {
        var returns = curve.returns();
        var days = BlockBootstrap.forLength(returns.length, settings.samples(), settings.seed());
        var results =
                trades.stream()
                        .sorted(TradeFigures.ORDER)
                        .mapToDouble(trade -> trade.result().value().doubleValue())
                        .toArray();
        var sales =
                BlockBootstrap.forLength(
                        Math.max(1, results.length), settings.samples(), settings.seed());
        double level = settings.level();
        return new Significance(
                days.interval(returns, level, Ratios::sharpe),
                days.interval(returns, level, sample -> Ratios.cagrPct(compounded(curve, sample))),
                days.interval(
                        returns,
                        level,
                        sample -> DrawdownPeriod.deepestPct(compounded(curve, sample))),
                sales.interval(results, level, Moments::mean),
                settings.trials(),
                SharpeSignificance.deflated(returns, settings.trialVariance(), settings.trials()),
                randomEntries);
    }

    private static DailyEquity compounded(DailyEquity curve, double[] returns) {
        return DailyEquity.compounded(curve.start(), curve.day(0), returns);
    }
}
