package pro.cryptotrader.backtester.statistics;

import pro.cryptotrader.core.performance.RewardForRisk;

/**
 * Reward for risk. Returns are fractions per market day, the market is open 365 days a year, the
 * risk-free rate and every target are zero. NaN where the data do not support the figure.
 */
public final class Ratios {
    /** The market never closes. */
    public static final double DAYS_PER_YEAR = RewardForRisk.DAYS_PER_YEAR;

    private Ratios() {}

    /** See {@link RewardForRisk#sharpe}. */
    public static double sharpe(double[] returns) {
        return RewardForRisk.sharpe(returns);
    }

    static double dailySharpe(double[] returns) {
        return RewardForRisk.dailySharpe(returns);
    }

    /** See {@link RewardForRisk#sortino}. */
    public static double sortino(double[] returns) {
        return RewardForRisk.sortino(returns);
    }

    /**
     * Sum of the gains over sum of the losses around zero (C. Keating and W. F. Shadwick, "A
     * Universal Performance Measure", Journal of Performance Measurement 6, 2002).
     */
    public static double omega(double[] returns) {
        double gains = 0;
        double losses = 0;
        for (double day : returns) {
            gains += Math.max(day, 0);
            losses += Math.max(-day, 0);
        }
        return over(gains, losses);
    }

    /** Sample standard deviation times √365, in per cent. */
    public static double volatilityPct(double[] returns) {
        return 100 * Moments.standardDeviation(returns) * Math.sqrt(DAYS_PER_YEAR);
    }

    /**
     * Compound annual growth, in per cent: {@code (end / start)^(365 / days) - 1} (CFA Institute,
     * GIPS: geometric annualisation). -100 when nothing is left.
     */
    public static double cagrPct(DailyEquity curve) {
        double growth = Math.max(curve.end(), 0) / curve.start();
        return 100 * (Math.pow(growth, DAYS_PER_YEAR / curve.days()) - 1);
    }

    /**
     * Compound annual growth over the deepest drawdown, both in per cent, over the whole run (T. W.
     * Young, "Calmar Ratio: A Smoother Tool", Futures 20, 1991, there over 36 months).
     */
    public static double calmar(double cagrPct, double maxDrawdownPct) {
        return over(cagrPct, maxDrawdownPct);
    }

    /**
     * System quality number: √n times mean over sample standard deviation of the trades' results as
     * multiples of what they risked (V. K. Tharp, "The Definitive Guide to Position Sizing", 2008).
     * Returns on cost may stand for the multiples when all trades risk the same share of their
     * cost, since a constant factor cancels out.
     */
    public static double systemQuality(double[] multiples) {
        return over(Moments.mean(multiples), Moments.standardDeviation(multiples))
                * Math.sqrt(multiples.length);
    }

    static double over(double above, double below) {
        return below > 0 ? above / below : Double.NaN;
    }
}
