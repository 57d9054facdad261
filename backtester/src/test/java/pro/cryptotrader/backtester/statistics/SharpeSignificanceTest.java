package pro.cryptotrader.backtester.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.junit.jupiter.api.Test;

/** The papers' own numbers, as printed. */
class SharpeSignificanceTest {
    /** "The Sharpe Ratio Efficient Frontier", the hedge fund with 24 months of returns. */
    @Test
    void skewedReturnsNeedALongerTrackRecord() {
        assertThat(SharpeSignificance.probabilistic(0.458, 0, 24, 0, 3))
                .isCloseTo(0.982, within(0.0005));
        assertThat(SharpeSignificance.probabilistic(0.458, 0, 24, -2.448, 10.164))
                .isCloseTo(0.913, within(0.0005));
    }

    /**
     * "The Deflated Sharpe Ratio", the numerical example: 2.5 a year over five years of 250 days.
     */
    @Test
    void theBestOfAHundredTrialsIsNotSignificantAndTheBestOf46Is() {
        double daily = 2.5 / Math.sqrt(250);
        double variance = 0.5 / 250;
        assertThat(SharpeSignificance.expectedMaximum(variance, 100))
                .isCloseTo(0.1132, within(0.00005));
        assertThat(deflated(daily, variance, 100)).isCloseTo(0.9004, within(0.00005));
        assertThat(deflated(daily, variance, 46)).isCloseTo(0.9505, within(0.00005));
    }

    private static double deflated(double sharpe, double variance, int trials) {
        double benchmark = SharpeSignificance.expectedMaximum(variance, trials);
        return SharpeSignificance.probabilistic(sharpe, benchmark, 1250, -3, 10);
    }

    @Test
    void theExpectedMaximumIsWhatManyStrategiesWithoutSkillReach() {
        var random = new java.util.Random(11);
        var best = new DescriptiveStatistics();
        for (int round = 0; round < 4_000; round++) {
            best.addValue(bestOf(50, random));
        }
        assertThat(SharpeSignificance.expectedMaximum(1, 50))
                .isCloseTo(best.getMean(), within(0.03));
    }

    private static double bestOf(int trials, java.util.Random random) {
        double best = Double.NEGATIVE_INFINITY;
        for (int trial = 0; trial < trials; trial++) {
            best = Math.max(best, random.nextGaussian());
        }
        return best;
    }

    @Test
    void aSingleTrialIsNotDeflated() {
        var returns = new SplittableRandom(5).doubles(200, -0.01, 0.012).toArray();
        assertThat(SharpeSignificance.deflated(returns, 0.01, 1))
                .isEqualTo(
                        SharpeSignificance.probabilistic(
                                Ratios.dailySharpe(returns),
                                0,
                                200,
                                Moments.skewness(returns),
                                Moments.kurtosis(returns)));
        assertThat(SharpeSignificance.deflated(returns, 0.01, 500))
                .isLessThan(SharpeSignificance.deflated(returns, 0.01, 1));
    }
}
