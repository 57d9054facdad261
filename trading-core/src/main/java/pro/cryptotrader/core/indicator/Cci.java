package pro.cryptotrader.core.indicator;

/**
 * Commodity channel index (Donald Lambert): the typical price's distance from its average in units
 * of 0.015 mean deviations; about three quarters of all values lie between -100 and 100. 0 when the
 * price has not moved at all. Computed when it is asked for, which not every candle's is.
 */
public final class Cci {
    private final double[] ring;
    private int next;

    /** Candles seen, counted up to one more than the window holds. */
    private int seen;

    /** What the newest typical price has taken the place of. */
    private double oldest;

    public Cci(int length) {
        ring = new double[Windows.requireLength(length)];
    }

    /** Takes the next candle. */
    public void update(double high, double low, double close) {
        oldest = ring[next];
        ring[next] = (high + low + close) / 3;
        if (++next == ring.length) {
            next = 0;
        }
        if (seen <= ring.length) {
            seen++;
        }
    }

    /** The index, NaN before {@code length} candles. */
    public double value() {
        return isReady() ? distance(ring[before(next)]) : Double.NaN;
    }

    /** The index one candle ago, NaN before {@code length} + 1 candles. */
    public double previous() {
        if (seen <= ring.length) {
            return Double.NaN;
        }
        int newestAt = before(next);
        double newest = ring[newestAt];
        ring[newestAt] = oldest;
        double previous = distance(ring[before(newestAt)]);
        ring[newestAt] = newest;
        return previous;
    }

    private int before(int index) {
        return index == 0 ? ring.length - 1 : index - 1;
    }

    private double distance(double typical) {
        double sum = 0;
        for (double each : ring) {
            sum += each;
        }
        double mean = sum / ring.length;
        double deviations = 0;
        for (double each : ring) {
            deviations += Math.abs(each - mean);
        }
        return deviations == 0 ? 0 : (typical - mean) / (0.015 * deviations / ring.length);
    }

    public boolean isReady() {
        return seen >= ring.length;
    }
}
