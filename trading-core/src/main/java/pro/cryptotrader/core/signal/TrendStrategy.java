package pro.cryptotrader.core.signal;

import pro.cryptotrader.core.indicator.Adx;
import pro.cryptotrader.core.indicator.Atr;
import pro.cryptotrader.core.indicator.Ema;

/**
 * Follows a trend: the distance between EMA 12 and EMA 26 gives direction and strength, ADX says
 * whether it is a trend at all, and what goes against EMA 200 counts half.
 */
public final class TrendStrategy implements Strategy {
    private static final double FULL_DISTANCE = 1.0;
    private static final double NO_TREND = 12;
    private static final double CLEAR_TREND = 30;

    private final Ema fast = Ema.of(12);
    private final Ema slow = Ema.of(26);
    private final Ema filter = Ema.of(200);
    private final Adx adx = new Adx(14);
    private final Atr atr = new Atr(14);
    private double close = Double.NaN;

    @Override
    public String name() {
        return "trend";
    }

    @Override
    public int warmUp() {
        return 600;
    }

    @Override
    public void update(Bar bar) {
        close = bar.close();
        fast.update(close);
        slow.update(close);
        filter.update(close);
        adx.update(bar.high(), bar.low(), close);
        atr.update(bar.high(), bar.low(), close);
    }

    @Override
    public int score() {
        double distance = distance();
        double strength = Scores.ramp(adx.adx(), NO_TREND, CLEAR_TREND);
        double filtered = distance * (close - filter.value()) >= 0 ? 1 : 0.5;
        return Scores.of(Scores.share(distance, FULL_DISTANCE) * strength * filtered);
    }

    private double distance() {
        return atr.value() > 0 ? (fast.value() - slow.value()) / atr.value() : 0;
    }

    @Override
    public String reason() {
        double distance = distance();
        return "EMA 12 is "
                + Words.number(Math.abs(distance), 2)
                + " ATR "
                + (distance >= 0 ? "above" : "below")
                + " EMA 26, the price "
                + (close >= filter.value() ? "above" : "below")
                + " EMA 200 ("
                + Words.price(filter.value())
                + "), ADX "
                + Words.number(adx.adx(), 1)
                + (adx.adx() < NO_TREND
                        ? ": no trend"
                        : adx.adx() < CLEAR_TREND ? ": a weak trend" : ": a clear trend");
    }
}
