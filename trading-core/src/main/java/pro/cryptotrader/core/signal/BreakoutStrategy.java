package pro.cryptotrader.core.signal;

import pro.cryptotrader.core.indicator.Donchian;
import pro.cryptotrader.core.indicator.ZScore;

/**
 * Goes with a close outside the range of the 20 or 55 candles before it. Unusual volume confirms;
 * without it the break counts half. A break fades over the three candles after it.
 */
public final class BreakoutStrategy implements Strategy {
    private static final double SHORT_RANGE = 0.7;
    private static final double QUIET = 0;
    private static final double UNUSUAL = 2;
    private static final double FADE = 0.25;

    private final Donchian shortRange = new Donchian(20);
    private final Donchian longRange = new Donchian(55);
    private final ZScore volume = new ZScore(50);
    private double upper = Double.NaN;
    private double lower = Double.NaN;
    private double share;
    private int age = -1;
    private double brokenLevel = Double.NaN;
    private double brokenVolume = Double.NaN;
    private int brokenRange;

    @Override
    public String name() {
        return "breakout";
    }

    @Override
    public int warmUp() {
        return 120;
    }

    @Override
    public void update(Bar bar) {
        volume.update(bar.volume());
        upper = shortRange.upper();
        lower = shortRange.lower();
        double close = bar.close();
        if (close > upper || close < lower) {
            noteBreak(close);
        } else {
            age();
        }
        shortRange.update(bar.high(), bar.low(), close);
        longRange.update(bar.high(), bar.low(), close);
    }

    private void noteBreak(double close) {
        boolean up = close > upper;
        boolean far = up ? close > longRange.upper() : close < longRange.lower();
        double confirmed = 0.5 + 0.5 * Scores.ramp(volume.value(), QUIET, UNUSUAL);
        share = (up ? 1 : -1) * (far ? 1 : SHORT_RANGE) * confirmed;
        brokenRange = far ? 55 : 20;
        brokenLevel = far ? up ? longRange.upper() : longRange.lower() : up ? upper : lower;
        brokenVolume = volume.value();
        age = 0;
    }

    private void age() {
        if (age >= 0) {
            age++;
            if (age * FADE >= 1) {
                age = -1;
                share = 0;
            }
        }
    }

    @Override
    public int score() {
        return age < 0 ? 0 : Scores.of(share * (1 - age * FADE));
    }

    @Override
    public String reason() {
        if (age < 0) {
            return "inside the range of 20 candles, "
                    + Words.price(lower)
                    + " to "
                    + Words.price(upper);
        }
        return (age == 0 ? "closed " : age + " candles ago closed ")
                + (share > 0 ? "above the high " : "below the low ")
                + Words.price(brokenLevel)
                + " of "
                + brokenRange
                + " candles, volume "
                + Words.number(brokenVolume, 1)
                + " deviations from usual"
                + (brokenVolume >= UNUSUAL ? ": confirmed" : ": hardly confirmed");
    }
}
