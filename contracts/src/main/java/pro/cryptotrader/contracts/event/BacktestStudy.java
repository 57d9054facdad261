package pro.cryptotrader.contracts.event;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is searched or sampled, beyond one run.
 *
 * @param parameters what is varied, by its name in the configuration files: {@code 0.5:3:0.25}
 *     (lowest, highest, step) or {@code balanced,aggressive}
 * @param trials the most that are made; a grid has its own number
 * @param minTrades trials with fewer trades are no evidence
 * @param trainDays how long each training of a walk-forward is
 * @param tradeDays how long what was found is traded
 * @param samples how many other histories Monte Carlo makes
 */
public record BacktestStudy(
        SortedMap<String, String> parameters,
        Way way,
        Objective objective,
        int trials,
        int minTrades,
        long seed,
        int trainDays,
        int tradeDays,
        int samples) {
    public BacktestStudy {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    /** In which order configurations are tried. */
    public enum Way {
        GRID,
        RANDOM,
        EVOLUTION
    }

    /** What is wanted of a configuration. */
    public enum Objective {
        PROFIT,
        CAGR,
        SHARPE,
        SORTINO,
        CALMAR,
        OMEGA,
        SYSTEM_QUALITY,
        PROFIT_FACTOR,
        EXPECTANCY,
        WIN_RATE,
        MAX_DRAWDOWN,
        RETURN_LESS_DRAWDOWN,
        DRAWDOWN_DAYS
    }
}
