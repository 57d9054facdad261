package pro.cryptotrader.core.indicator;

/**
 * How unusual the newest value is: its distance from the average of the {@code length} values
 * before it, in their population standard deviations; 0 when those are all the same. Computed when
 * it is asked for, which not every candle's is.
 */
public final class ZScore {
    private final double[] ring;
    private int next;
    private boolean full;
    private boolean ready;
    private double newest = Double.NaN;

    /** What the newest value has taken the place of: the oldest of those before it. */
    private double oldest;

    private int newestAt;
    private boolean known;
    private double value = Double.NaN;

    public ZScore(int length) {
        ring = new double[Windows.requireLength(length)];
    }

    /** Takes the next value. */
    public void update(double latest) {
        ready = full;
        known = false;
        newest = latest;
        newestAt = next;
        oldest = ring[next];
        ring[next] = latest;
        if (++next == ring.length) {
            next = 0;
            full = true;
        }
    }

    private double score() {
        ring[newestAt] = oldest;
        double sum = 0;
        for (double each : ring) {
            sum += each;
        }
        double mean = sum / ring.length;
        double squares = 0;
        for (double each : ring) {
            squares += (each - mean) * (each - mean);
        }
        ring[newestAt] = newest;
        return squares == 0 ? 0 : (newest - mean) / Math.sqrt(squares / ring.length);
    }

    /** The newest value's score, NaN for the first {@code length} values. */
    public double value() {
        if (!known && ready) {
            value = score();
            known = true;
        }
        return value;
    }

    public boolean isReady() {
        return ready;
    }
}
