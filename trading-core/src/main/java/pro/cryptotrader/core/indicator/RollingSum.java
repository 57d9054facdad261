package pro.cryptotrader.core.indicator;

/**
 * Sum of the last {@code length} values in constant time. It is taken anew each time the ring is
 * full once more, so that rounding errors cannot pile up.
 */
final class RollingSum {
    private final double[] ring;
    private int next;
    private boolean full;
    private double sum;

    RollingSum(int length) {
        ring = new double[Windows.requireLength(length)];
    }

    double update(double value) {
        sum += value - ring[next];
        ring[next] = value;
        if (++next == ring.length) {
            next = 0;
            full = true;
            sum = 0;
            for (double each : ring) {
                sum += each;
            }
        }
        return sum;
    }

    /** The sum of what there is, at most {@code length} values. */
    double sum() {
        return sum;
    }

    boolean isFull() {
        return full;
    }

    int length() {
        return ring.length;
    }
}
