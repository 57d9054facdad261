package pro.cryptotrader.core.signal;

import pro.cryptotrader.core.indicator.Atr;
import pro.cryptotrader.core.indicator.Cci;
import pro.cryptotrader.core.indicator.Ema;
import pro.cryptotrader.core.indicator.RollingVwap;

/**
 * Buys the dip in an uptrend and sells the bounce in a downtrend: EMA 50 against EMA 200 gives the
 * direction, CCI and the distance to the rolling VWAP the depth, and the candle must have turned.
 */
public final class PullbackStrategy implements Strategy {
    private static final double NO_TREND = 0.2;
    private static final double CLEAR_TREND = 1.5;
    private static final double SHALLOW = 40;
    private static final double DEEP = 140;
    private static final double FULL_DISTANCE = 1.5;

    private final Ema medium = Ema.of(50);
    private final Ema slow = Ema.of(200);
    private final Cci cci = new Cci(20);
    private final RollingVwap vwap = new RollingVwap(48);
    private final Atr atr = new Atr(14);
    private double close = Double.NaN;
    private boolean rose;

    @Override
    public String name() {
        return "pullback";
    }

    @Override
    public int warmUp() {
        return 600;
    }

    @Override
    public void update(Bar bar) {
        rose = bar.close() > bar.open();
        close = bar.close();
        medium.update(close);
        slow.update(close);
        cci.update(bar.high(), bar.low(), close);
        vwap.update(bar.high(), bar.low(), close, bar.volume());
        atr.update(bar.high(), bar.low(), close);
    }

    @Override
    public int score() {
        double trend = trend();
        double direction = trend >= 0 ? 1 : -1;
        boolean turned = trend >= 0 == rose;
        if (!turned) {
            return 0;
        }
        double depth = Scores.ramp(-direction * cci.previous(), SHALLOW, DEEP);
        double cheap = 0.5 + 0.5 * Scores.ramp(-direction * fromVwap(), 0, FULL_DISTANCE);
        return Scores.of(
                direction * Scores.ramp(Math.abs(trend), NO_TREND, CLEAR_TREND) * depth * cheap);
    }

    private double trend() {
        return atr.value() > 0 ? (medium.value() - slow.value()) / atr.value() : 0;
    }

    private double fromVwap() {
        return atr.value() > 0 ? (close - vwap.value()) / atr.value() : 0;
    }

    @Override
    public String reason() {
        double trend = trend();
        return "EMA 50 is "
                + Words.number(Math.abs(trend), 2)
                + " ATR "
                + (trend >= 0 ? "above" : "below")
                + " EMA 200, CCI was "
                + Words.number(cci.previous(), 0)
                + ", the price is "
                + Words.number(Math.abs(fromVwap()), 2)
                + " ATR "
                + (fromVwap() >= 0 ? "above" : "below")
                + " VWAP"
                + (score() == 0
                        ? ": no pullback that has turned"
                        : trend >= 0 ? ": a dip that turned up" : ": a bounce that turned down");
    }
}
