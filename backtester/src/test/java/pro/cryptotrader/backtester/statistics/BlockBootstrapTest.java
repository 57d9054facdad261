package pro.cryptotrader.backtester.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.junit.jupiter.api.Test;

class BlockBootstrapTest {
    @Test
    void theSameSeedDrawsTheSameSeries() {
        double[] values = new SplittableRandom(1).doubles(100).toArray();
        var bootstrap = new BlockBootstrap(5, 50, 42);
        assertThat(bootstrap.distribution(values, Moments::mean))
                .containsExactly(bootstrap.distribution(values, Moments::mean))
                .isNotEqualTo(new BlockBootstrap(5, 50, 43).distribution(values, Moments::mean));
    }

    @Test
    void blocksHaveTheMeanLengthAskedFor() {
        var positions = new BlockBootstrap(8, 1, 1).positions(new SplittableRandom(9), 100_000);
        int breaks = 0;
        for (int i = 1; i < positions.length; i++) {
            if (positions[i] != (positions[i - 1] + 1) % positions.length) {
                breaks++;
            }
        }
        assertThat(100_000.0 / breaks).isCloseTo(8, within(0.3));
    }

    /** For independent values the interval of the mean is the textbook's mean ± 1.96 s/√n. */
    @Test
    void theIntervalOfAMeanIsThatOfTheNormalDistribution() {
        var random = new Random(3);
        double[] values = random.doubles(500).map(uniform -> random.nextGaussian()).toArray();
        var interval = new BlockBootstrap(1, 4_000, 1).interval(values, 0.95, Moments::mean);
        double half = 1.96 * Moments.standardDeviation(values) / Math.sqrt(500);
        assertThat(interval.low()).isCloseTo(interval.estimate() - half, within(0.01));
        assertThat(interval.high()).isCloseTo(interval.estimate() + half, within(0.01));
    }

    /** An AR(1) series with φ = 0.8 has a mean that varies three times as much: √((1+φ)/(1-φ)). */
    @Test
    void blocksSeeTheDependenceThatSingleDrawsMiss() {
        var random = new Random(4);
        var values = new double[20_000];
        for (int i = 1; i < values.length; i++) {
            values[i] = 0.8 * values[i - 1] + random.nextGaussian();
        }
        double single = width(new BlockBootstrap(1, 400, 1), values);
        double blocks = width(new BlockBootstrap(60, 400, 1), values);
        assertThat(blocks / single).isBetween(2.4, 3.4);
    }

    private static double width(BlockBootstrap bootstrap, double[] values) {
        var interval = bootstrap.interval(values, 0.9, Moments::mean);
        return interval.high() - interval.low();
    }

    @Test
    void quantilesAreThoseOfCommonsMath() {
        double[] sorted = {1, 2, 4, 8, 16, 32};
        var reference =
                new Percentile()
                        .withEstimationType(
                                org.apache.commons.math3.stat.descriptive.rank.Percentile
                                        .EstimationType.R_7);
        for (double probability : new double[] {0.025, 0.3, 0.5, 0.975}) {
            assertThat(BlockBootstrap.quantile(sorted, probability))
                    .isCloseTo(reference.evaluate(sorted, 100 * probability), within(1e-12));
        }
    }
}
