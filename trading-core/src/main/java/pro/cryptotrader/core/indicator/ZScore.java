package pro.cryptotrader.core.indicator;

/**
 * How unusual the newest value is: its distance from the average of the {@code length} values
 * before it, in their population standard deviations; 0 when those are all the same.
 */
public final class ZScore {
    private final double[] ring;
    private int next;
    private boolean full;
    private double value = Double.NaN;

    public ZScore(int length) {
        ring = new double[Windows.requireLength(length)];
    }

    /** Takes the next value and returns its score, NaN for the first {@code length} values. */
    public double update(double newest) {
        if (full) {
            value = score(newest);
        }
        ring[next] = newest;
        if (++next == ring.length) {
            next = 0;
            full = true;
        }
        return value;
    }

    private double score(double newest) {
        double sum = 0;
        for (double each : ring) {
            sum += each;
        }
        double mean = sum / ring.length;
        double squares = 0;
        for (double each : ring) {
            squares += (each - mean) * (each - mean);
        }
        return squares == 0 ? 0 : (newest - mean) / Math.sqrt(squares / ring.length);
    }

    public double value() {
        return value;
    }

    public boolean isReady() {
        return !Double.isNaN(value);
    }
}
