package pro.cryptotrader.core.indicator;

/**
 * Average directional index with its directional indicators (Wilder), each 0 to 100: how strong a
 * trend is, whichever way it goes, and which way that is. 0 when the price has not moved at all.
 */
public final class Adx {
    private final Ema range;
    private final Ema up;
    private final Ema down;
    private final Ema adx;
    private double previousHigh = Double.NaN;
    private double previousLow = Double.NaN;
    private double previousClose = Double.NaN;

    public Adx(int length) {
        range = Ema.wilder(length);
        up = Ema.wilder(length);
        down = Ema.wilder(length);
        adx = Ema.wilder(length);
    }

    public void update(double high, double low, double close) {
        if (!Double.isNaN(previousClose)) {
            double rise = high - previousHigh;
            double fall = previousLow - low;
            range.update(Atr.trueRange(high, low, previousClose));
            up.update(rise > fall && rise > 0 ? rise : 0);
            down.update(fall > rise && fall > 0 ? fall : 0);
            if (range.isReady()) {
                adx.update(directionalIndex());
            }
        }
        previousHigh = high;
        previousLow = low;
        previousClose = close;
    }

    private double directionalIndex() {
        double both = up.value() + down.value();
        return both == 0 ? 0 : 100 * Math.abs(up.value() - down.value()) / both;
    }

    public double adx() {
        return adx.value();
    }

    public double plusDi() {
        return share(up);
    }

    public double minusDi() {
        return share(down);
    }

    private double share(Ema movement) {
        return range.value() == 0 ? 0 : 100 * movement.value() / range.value();
    }

    public boolean isReady() {
        return adx.isReady();
    }
}
