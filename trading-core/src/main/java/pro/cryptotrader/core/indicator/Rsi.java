package pro.cryptotrader.core.indicator;

/**
 * Relative strength index, 0 to 100, with Wilder's smoothing (J. Welles Wilder, New Concepts in
 * Technical Trading Systems, 1978). 50 when the price has not moved at all.
 */
public final class Rsi {
    private final Ema gains;
    private final Ema losses;
    private double previous = Double.NaN;

    public Rsi(int length) {
        gains = Ema.wilder(length);
        losses = Ema.wilder(length);
    }

    /** Takes the next close and returns the index, NaN before {@code length} + 1 closes. */
    public double update(double close) {
        if (!Double.isNaN(previous)) {
            double change = close - previous;
            gains.update(Math.max(change, 0));
            losses.update(Math.max(-change, 0));
        }
        previous = close;
        return value();
    }

    public double value() {
        double gain = gains.value();
        double both = gain + losses.value();
        return both == 0 ? 50 : 100 * gain / both;
    }

    public boolean isReady() {
        return gains.isReady();
    }
}
