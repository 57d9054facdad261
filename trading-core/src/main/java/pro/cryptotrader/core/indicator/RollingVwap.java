package pro.cryptotrader.core.indicator;

/**
 * Volume-weighted average of the typical price over the last {@code length} candles, not since the
 * start of a session; the plain average of them when nothing traded.
 */
public final class RollingVwap {
    private final RollingSum worth;
    private final RollingSum volume;
    private final RollingSum typical;

    public RollingVwap(int length) {
        worth = new RollingSum(length);
        volume = new RollingSum(length);
        typical = new RollingSum(length);
    }

    /** Takes the next candle and returns the average, NaN before {@code length} candles. */
    public double update(double high, double low, double close, double traded) {
        double price = (high + low + close) / 3;
        worth.update(price * traded);
        volume.update(traded);
        typical.update(price);
        return value();
    }

    public double value() {
        if (!volume.isFull()) {
            return Double.NaN;
        }
        return volume.sum() > 0 ? worth.sum() / volume.sum() : typical.sum() / typical.length();
    }

    public boolean isReady() {
        return volume.isFull();
    }
}
