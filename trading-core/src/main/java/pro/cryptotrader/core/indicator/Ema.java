package pro.cryptotrader.core.indicator;

/**
 * Exponential moving average, seeded with its first value. What the seed still weighs after k
 * values is (1 - alpha)^k: less than 1e-9 after 210 values of {@link #wilder}(14) and after 2,100
 * of {@link #of}(200).
 */
public final class Ema {
    private final double alpha;
    private final int warmUp;
    private double average;
    private int seen;

    private Ema(double alpha, int warmUp) {
        this.alpha = alpha;
        this.warmUp = Windows.requireLength(warmUp);
    }

    /** The usual one: alpha = 2 / (length + 1). */
    public static Ema of(int length) {
        return new Ema(2.0 / (length + 1), length);
    }

    /** Wilder's smoothing: alpha = 1 / length. */
    public static Ema wilder(int length) {
        return new Ema(1.0 / length, length);
    }

    /** Takes the next value and returns the average, NaN before {@code length} values. */
    public double update(double value) {
        average = seen == 0 ? value : average + alpha * (value - average);
        if (seen < warmUp) {
            seen++;
        }
        return value();
    }

    public double value() {
        return seen < warmUp ? Double.NaN : average;
    }

    public boolean isReady() {
        return seen == warmUp;
    }
}
