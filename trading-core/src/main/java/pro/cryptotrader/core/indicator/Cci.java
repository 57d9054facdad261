package pro.cryptotrader.core.indicator;

/**
 * Commodity channel index (Donald Lambert): the typical price's distance from its average in units
 * of 0.015 mean deviations; about three quarters of all values lie between -100 and 100. 0 when the
 * price has not moved at all.
 */
public final class Cci {
    private final double[] ring;
    private int next;
    private boolean full;
    private double value = Double.NaN;

    public Cci(int length) {
        ring = new double[Windows.requireLength(length)];
    }

    /** Takes the next candle and returns the index, NaN before {@code length} candles. */
    public double update(double high, double low, double close) {
        double typical = (high + low + close) / 3;
        ring[next] = typical;
        if (++next == ring.length) {
            next = 0;
            full = true;
        }
        if (full) {
            value = distance(typical);
        }
        return value;
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

    public double value() {
        return value;
    }

    public boolean isReady() {
        return full;
    }
}
