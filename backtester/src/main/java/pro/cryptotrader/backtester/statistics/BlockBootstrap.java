package pro.cryptotrader.backtester.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * The stationary bootstrap: series are put together from blocks of geometric length that start
 * anywhere and wrap around, so that what hangs together in time stays together (D. N. Politis and
 * J. P. Romano, "The Stationary Bootstrap", Journal of the American Statistical Association 89,
 * 1994).
 *
 * @param meanBlock mean length of a block, at least 1; 1 draws each value by itself
 * @param samples how many series are drawn
 */
public record BlockBootstrap(double meanBlock, int samples, long seed) {
    public BlockBootstrap {
        if (!(meanBlock >= 1) || samples < 1) {
            throw new IllegalArgumentException(
                    "a bootstrap needs blocks of 1 or more and a sample, not %s and %d"
                            .formatted(meanBlock, samples));
        }
    }

    /**
     * Blocks of the cube root of the number of values, the rate at which the best length grows (P.
     * Hall, J. L. Horowitz and B.-Y. Jing, Biometrika 82, 1995).
     */
    public static BlockBootstrap forLength(int values, int samples, long seed) {
        return new BlockBootstrap(Math.max(1, Math.cbrt(values)), samples, seed);
    }

    /**
     * Where {@code level} of the resampled figures lie, by percentiles (B. Efron and R. Tibshirani,
     * "An Introduction to the Bootstrap", 1993, chapter 13).
     *
     * @param level such as 0.95
     */
    public ConfidenceInterval interval(
            double[] values, double level, ToDoubleFunction<double[]> figure) {
        var figures =
                Arrays.stream(distribution(values, figure)).filter(Double::isFinite).toArray();
        double estimate = figure.applyAsDouble(values);
        double tail = (1 - level) / 2;
        return new ConfidenceInterval(
                level, estimate, quantile(figures, tail), quantile(figures, 1 - tail));
    }

    /** The figure of each drawn series, sorted. */
    public double[] distribution(double[] values, ToDoubleFunction<double[]> figure) {
        var random = new SplittableRandom(seed);
        var sample = new double[values.length];
        var figures = new double[samples];
        for (int i = 0; i < samples; i++) {
            for (int j = 0, at = 0; j < sample.length; j++) {
                at = next(random, at, j == 0, values.length);
                sample[j] = values[at];
            }
            figures[i] = figure.applyAsDouble(sample);
        }
        Arrays.sort(figures);
        return figures;
    }

    /** One series of positions in {@code 0..length-1}, for values that are not numbers. */
    public int[] positions(SplittableRandom random, int length) {
        var positions = new int[length];
        for (int i = 0, at = 0; i < length; i++) {
            at = next(random, at, i == 0, length);
            positions[i] = at;
        }
        return positions;
    }

    private int next(SplittableRandom random, int at, boolean first, int length) {
        return first || random.nextDouble() * meanBlock < 1
                ? random.nextInt(length)
                : (at + 1) % length;
    }

    /** Linear between order statistics (R. J. Hyndman and Y. Fan, 1996, type 7). */
    public static double quantile(double[] sorted, double probability) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double position = probability * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
