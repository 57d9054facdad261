package pro.cryptotrader.core.signal;

import pro.cryptotrader.core.indicator.Atr;
import pro.cryptotrader.core.indicator.Macd;
import pro.cryptotrader.core.indicator.Rsi;

/**
 * Goes with speed: half from RSI's distance to 50, half from the MACD histogram in ATR; what is
 * already overbought or oversold loses up to two thirds.
 */
public final class MomentumStrategy implements Strategy {
    private static final double FULL_RSI = 18;
    private static final double FULL_HISTOGRAM = 0.25;
    private static final double TIRED = 22;
    private static final double EXHAUSTED = 35;

    private final Rsi rsi = new Rsi(14);
    private final Macd macd = Macd.usual();
    private final Atr atr = new Atr(14);

    @Override
    public String name() {
        return "momentum";
    }

    @Override
    public int warmUp() {
        return 300;
    }

    @Override
    public void update(Bar bar) {
        rsi.update(bar.close());
        macd.update(bar.close());
        atr.update(bar.high(), bar.low(), bar.close());
    }

    @Override
    public int score() {
        double lean = rsi.value() - 50;
        double together =
                0.5 * Scores.share(lean, FULL_RSI)
                        + 0.5 * Scores.share(histogram(), FULL_HISTOGRAM);
        boolean same = together * lean > 0;
        double fresh = same ? 1 - 0.67 * Scores.ramp(Math.abs(lean), TIRED, EXHAUSTED) : 1;
        return Scores.of(together * fresh);
    }

    private double histogram() {
        return atr.value() > 0 ? macd.histogram() / atr.value() : 0;
    }

    @Override
    public String reason() {
        double lean = rsi.value() - 50;
        var tired = Math.abs(lean) < TIRED ? "" : lean > 0 ? " (overbought)" : " (oversold)";
        return "RSI "
                + Words.number(rsi.value(), 1)
                + tired
                + ", MACD histogram "
                + Words.number(histogram(), 2)
                + " ATR: "
                + (histogram() >= 0 ? "speed upwards grows" : "speed downwards grows");
    }
}
