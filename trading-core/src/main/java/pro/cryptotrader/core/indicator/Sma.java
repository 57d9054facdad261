package pro.cryptotrader.core.indicator;

/** Simple moving average of the last {@code length} values. */
public final class Sma {
    private final RollingSum sum;

    public Sma(int length) {
        sum = new RollingSum(length);
    }

    /** Takes the next value and returns the average, NaN before {@code length} values. */
    public double update(double value) {
        sum.update(value);
        return value();
    }

    public double value() {
        return sum.isFull() ? sum.sum() / sum.length() : Double.NaN;
    }

    public boolean isReady() {
        return sum.isFull();
    }
}
