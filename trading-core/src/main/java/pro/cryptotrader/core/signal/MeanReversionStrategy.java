package pro.cryptotrader.core.signal;

import pro.cryptotrader.core.indicator.Adx;
import pro.cryptotrader.core.indicator.BollingerBands;
import pro.cryptotrader.core.indicator.Rsi;

/**
 * Expects a stretched price to come back: outside the Bollinger bands with an RSI to match. Falls
 * silent in a strong trend, where stretched prices stretch further.
 */
public final class MeanReversionStrategy implements Strategy {
    private static final double INSIDE = 0.10;
    private static final double FAR_OUTSIDE = -0.10;
    private static final double RSI_START = 10;
    private static final double RSI_FULL = 22;
    private static final double CALM = 28;
    private static final double TRENDING = 45;

    private final BollingerBands bands = BollingerBands.usual();
    private final Rsi rsi = new Rsi(14);
    private final Adx adx = new Adx(14);

    @Override
    public String name() {
        return "mean-reversion";
    }

    @Override
    public int warmUp() {
        return 300;
    }

    @Override
    public void update(Bar bar) {
        bands.update(bar.close());
        rsi.update(bar.close());
        adx.update(bar.high(), bar.low(), bar.close());
    }

    @Override
    public int score() {
        double below = Scores.ramp(bands.percentB(), INSIDE, FAR_OUTSIDE);
        double above = Scores.ramp(1 - bands.percentB(), INSIDE, FAR_OUTSIDE);
        double oversold = Scores.ramp(50 - rsi.value(), RSI_START, RSI_FULL);
        double overbought = Scores.ramp(rsi.value() - 50, RSI_START, RSI_FULL);
        double calm = 1 - Scores.ramp(adx.adx(), CALM, TRENDING);
        return Scores.of((below * oversold - above * overbought) * calm);
    }

    @Override
    public String reason() {
        double b = bands.percentB();
        var where =
                b < 0
                        ? "below the lower band"
                        : b > 1 ? "above the upper band" : "inside the Bollinger bands";
        return "the close is "
                + where
                + " (%B "
                + Words.number(b, 2)
                + "), RSI "
                + Words.number(rsi.value(), 1)
                + ", ADX "
                + Words.number(adx.adx(), 1)
                + (adx.adx() >= TRENDING
                        ? ": muted by a strong trend"
                        : score() == 0 ? ": nothing to come back from" : ": likely to come back");
    }
}
