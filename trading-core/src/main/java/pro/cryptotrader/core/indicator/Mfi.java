package pro.cryptotrader.core.indicator;

/**
 * Money flow index, 0 to 100: the share of traded worth in the last {@code length} candles whose
 * typical price rose. 50 when no worth moved the price.
 */
public final class Mfi {
    private final RollingSum inflow;
    private final RollingSum outflow;
    private double previous = Double.NaN;

    public Mfi(int length) {
        inflow = new RollingSum(length);
        outflow = new RollingSum(length);
    }

    /** Takes the next candle and returns the index, NaN before {@code length} + 1 candles. */
    public double update(double high, double low, double close, double volume) {
        double typical = (high + low + close) / 3;
        if (!Double.isNaN(previous)) {
            double flow = typical * volume;
            inflow.update(typical > previous ? flow : 0);
            outflow.update(typical < previous ? flow : 0);
        }
        previous = typical;
        return value();
    }

    public double value() {
        if (!inflow.isFull()) {
            return Double.NaN;
        }
        // Cancellation may leave a trace below zero where the window holds nothing.
        double in = Math.max(inflow.sum(), 0);
        double both = in + Math.max(outflow.sum(), 0);
        return both > 0 ? 100 * in / both : 50;
    }

    public boolean isReady() {
        return inflow.isFull();
    }
}
