package pro.cryptotrader.core.indicator;

/** Donchian channel: the highest high and the lowest low of the last {@code length} candles. */
public final class Donchian {
    private final RollingMax highs;
    private final RollingMax negatedLows;
    private double close = Double.NaN;

    public Donchian(int length) {
        highs = new RollingMax(length);
        negatedLows = new RollingMax(length);
    }

    public void update(double high, double low, double newest) {
        highs.update(high);
        negatedLows.update(-low);
        close = newest;
    }

    /** NaN before {@code length} candles. */
    public double upper() {
        return isReady() ? highs.max() : Double.NaN;
    }

    /** NaN before {@code length} candles. */
    public double lower() {
        return isReady() ? -negatedLows.max() : Double.NaN;
    }

    /** Where the close stands in the channel: 0 at its bottom, 1 at its top; 0.5 in a flat one. */
    public double position() {
        double range = upper() - lower();
        return range == 0 ? 0.5 : (close - lower()) / range;
    }

    public boolean isReady() {
        return highs.isFull();
    }
}
