package pro.cryptotrader.core.indicator;

/** Average true range with Wilder's smoothing, in price units. */
public final class Atr {
    private final Ema average;
    private double previousClose = Double.NaN;

    public Atr(int length) {
        average = Ema.wilder(length);
    }

    /** Takes the next candle and returns the average range, NaN before {@code length} candles. */
    public double update(double high, double low, double close) {
        double range = trueRange(high, low, previousClose);
        previousClose = close;
        return average.update(range);
    }

    /** The candle's range, gaps from the previous close included; NaN stands for no such close. */
    static double trueRange(double high, double low, double previousClose) {
        return Double.isNaN(previousClose)
                ? high - low
                : Math.max(high, previousClose) - Math.min(low, previousClose);
    }

    public double value() {
        return average.value();
    }

    public boolean isReady() {
        return average.isReady();
    }
}
