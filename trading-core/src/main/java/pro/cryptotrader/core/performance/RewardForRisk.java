package pro.cryptotrader.core.performance;

/**
 * Reward for risk of daily returns, which are fractions: 0.01 is one per cent. The market is open
 * 365 days a year; the risk-free rate and every target are zero. NaN where the data do not support
 * the figure. The one place of these formulas, for accounts and for backtests.
 */
public final class RewardForRisk {
    /** The market never closes. */
    public static final double DAYS_PER_YEAR = 365;

    private RewardForRisk() {}

    /**
     * Mean over sample standard deviation (n - 1), times √365 (W. F. Sharpe, "The Sharpe Ratio",
     * Journal of Portfolio Management 21, 1994).
     */
    public static double sharpe(double[] returns) {
        return dailySharpe(returns) * Math.sqrt(DAYS_PER_YEAR);
    }

    /** The same of a single day, not of a year. */
    public static double dailySharpe(double[] returns) {
        double mean = mean(returns);
        double squares = 0;
        for (double day : returns) {
            squares += (day - mean) * (day - mean);
        }
        double variance = squares / returns.length * returns.length / (returns.length - 1.0);
        return returns.length < 2 ? Double.NaN : over(mean, Math.sqrt(variance));
    }

    /**
     * Mean over downside deviation, the root of the mean of {@code min(return, 0)²} over all days,
     * times √365 (F. A. Sortino and L. N. Price, "Performance Measurement in a Downside Risk
     * Framework", Journal of Investing 3, 1994).
     */
    public static double sortino(double[] returns) {
        double squares = 0;
        for (double day : returns) {
            squares += Math.min(day, 0) * Math.min(day, 0);
        }
        return over(mean(returns), Math.sqrt(squares / returns.length)) * Math.sqrt(DAYS_PER_YEAR);
    }

    private static double mean(double[] returns) {
        double sum = 0;
        for (double day : returns) {
            sum += day;
        }
        return returns.length == 0 ? Double.NaN : sum / returns.length;
    }

    private static double over(double above, double below) {
        return below > 0 ? above / below : Double.NaN;
    }
}
