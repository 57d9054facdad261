package pro.cryptotrader.backtester.statistics;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * How likely a Sharpe ratio is more than luck (D. H. Bailey and M. López de Prado, "The Sharpe
 * Ratio Efficient Frontier", Journal of Risk 15, 2012, and "The Deflated Sharpe Ratio", Journal of
 * Portfolio Management 40, 2014). All ratios here are per observation, not annualised.
 */
public final class SharpeSignificance {
    private static final double EULER_MASCHERONI = 0.5772156649015329;
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private SharpeSignificance() {}

    /**
     * Probability that the true ratio is above {@code benchmark}: {@code Z[(SR - SR*) √(T - 1) /
     * √(1 - γ3 SR + (γ4 - 1)/4 SR²)]} (2012, equation 11).
     *
     * @param observations T
     * @param skewness γ3 of the returns
     * @param kurtosis γ4 of the returns, 3 for normal ones
     */
    public static double probabilistic(
            double sharpe, double benchmark, int observations, double skewness, double kurtosis) {
        double variance = 1 - skewness * sharpe + (kurtosis - 1) / 4 * sharpe * sharpe;
        double score = (sharpe - benchmark) * Math.sqrt(observations - 1.0) / Math.sqrt(variance);
        return Double.isNaN(score) ? Double.NaN : NORMAL.cumulativeProbability(score);
    }

    /**
     * The best ratio to expect of {@code trials} strategies without any skill: {@code √V ((1 - γ)
     * Z⁻¹[1 - 1/N] + γ Z⁻¹[1 - 1/(N e)])}, γ being Euler's and Mascheroni's constant (2014,
     * equation 1). Zero for a single trial, which was not selected.
     *
     * @param variance of the trials' ratios
     * @param trials independent ones, at least 1
     */
    public static double expectedMaximum(double variance, int trials) {
        if (trials <= 1) {
            return 0;
        }
        return Math.sqrt(variance)
                * ((1 - EULER_MASCHERONI) * quantile(1 - 1.0 / trials)
                        + EULER_MASCHERONI * quantile(1 - 1 / (trials * Math.E)));
    }

    private static double quantile(double probability) {
        return NORMAL.inverseCumulativeProbability(probability);
    }

    /**
     * Probability that the true ratio is above zero after the best of {@code trials} was picked
     * (2014, equation 2).
     *
     * @param returns of the picked one, per observation
     * @param variance of the ratios of all trials, per observation
     */
    public static double deflated(double[] returns, double variance, int trials) {
        return returns.length < 2
                ? Double.NaN
                : probabilistic(
                        Ratios.dailySharpe(returns),
                        expectedMaximum(variance, trials),
                        returns.length,
                        Moments.skewness(returns),
                        Moments.kurtosis(returns));
    }

    /** Sample variance of the ratios of all trials; those that have none are left out. */
    public static double varianceOf(double[] sharpes) {
        double deviation =
                Moments.standardDeviation(
                        java.util.Arrays.stream(sharpes).filter(Double::isFinite).toArray());
        return Double.isNaN(deviation) ? 0 : deviation * deviation;
    }
}
