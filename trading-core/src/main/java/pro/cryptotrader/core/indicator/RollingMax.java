package pro.cryptotrader.core.indicator;

/**
 * Maximum of the last {@code length} values in amortised constant time: a ring of candidates, each
 * smaller and newer than the one before it.
 */
final class RollingMax {
    private final double[] values;
    private final long[] positions;
    private int head;
    private int size;
    private long seen;

    RollingMax(int length) {
        values = new double[Windows.requireLength(length)];
        positions = new long[length];
    }

    double update(double value) {
        if (size > 0 && positions[head] <= seen - values.length) {
            head = wrap(head + 1);
            size--;
        }
        while (size > 0 && values[wrap(head + size - 1)] <= value) {
            size--;
        }
        int tail = wrap(head + size);
        values[tail] = value;
        positions[tail] = seen++;
        size++;
        return values[head];
    }

    double max() {
        return values[head];
    }

    boolean isFull() {
        return seen >= values.length;
    }

    private int wrap(int index) {
        return index >= values.length ? index - values.length : index;
    }
}
