package pro.cryptotrader.core.signal;

import pro.cryptotrader.core.indicator.Mfi;
import pro.cryptotrader.core.indicator.ZScore;

/**
 * Follows the money: the money flow index says where it has been going, and a candle with unusual
 * volume says where it is going now.
 */
public final class VolumeStrategy implements Strategy {
    private static final double FULL_FLOW = 30;
    private static final double USUAL = 0.5;
    private static final double UNUSUAL = 3;

    private final Mfi mfi = new Mfi(14);
    private final ZScore volume = new ZScore(50);
    private double push;

    @Override
    public String name() {
        return "volume";
    }

    @Override
    public int warmUp() {
        return 120;
    }

    @Override
    public void update(Bar bar) {
        mfi.update(bar.high(), bar.low(), bar.close(), bar.volume());
        volume.update(bar.volume());
        push = bar.push();
    }

    @Override
    public int score() {
        double flow = Scores.share(mfi.value() - 50, FULL_FLOW);
        double now = push * Scores.ramp(volume.value(), USUAL, UNUSUAL);
        return Scores.of(0.5 * flow + 0.5 * now);
    }

    @Override
    public String reason() {
        return "money flow index "
                + Words.number(mfi.value(), 1)
                + ", this candle's volume "
                + Words.number(volume.value(), 1)
                + " deviations from usual while the price "
                + (push > 0 ? "rose" : push < 0 ? "fell" : "stood still");
    }
}
