package pro.cryptotrader.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** The ceiling: one loop over arrays of doubles, with nothing that makes a trader safe. */
final class PlainArrays implements Contestant {
    private final Bars bars;
    private final double[] opens;
    private final double[] closes;

    PlainArrays(Bars bars) {
        this.bars = bars;
        opens = new double[bars.size()];
        closes = new double[bars.size()];
        for (int i = 0; i < opens.length; i++) {
            opens[i] = bars.columns().open(i) / 100.0;
            closes[i] = bars.columns().close(i) / 100.0;
        }
    }

    @Override
    public String name() {
        return "plain arrays, the ceiling";
    }

    @Override
    public Outcome run() {
        double cash = 10_000;
        double units = 0;
        double entry = 0;
        double marked = 0;
        int enteredAt = 0;
        List<Outcome.Deal> deals = new ArrayList<>();
        double fast = closes[0];
        double slow = closes[0];
        double gain = 0;
        double loss = 0;
        int side = 0;
        boolean buy = false;
        boolean sell = false;
        for (int i = 0; i < closes.length; i++) {
            if (buy) {
                entry = opens[i];
                units = cash * 0.02 / entry;
                cash -= units * entry * 1.001;
                enteredAt = i;
            } else if (sell) {
                cash += units * opens[i] * 0.999;
                units = 0;
                deals.add(new Outcome.Deal(time(enteredAt), entry, time(i), opens[i]));
            }
            double close = closes[i];
            double change = i == 0 ? 0 : close - closes[i - 1];
            gain += (Math.max(change, 0) - gain) / 14;
            loss += (Math.max(-change, 0) - loss) / 14;
            fast += 2.0 / 13 * (close - fast);
            slow += 2.0 / 27 * (close - slow);
            int before = side;
            side = fast > slow ? 1 : fast < slow ? -1 : side;
            boolean live = i >= CrossSignals.SILENT;
            boolean crossed = before * side < 0;
            buy = live && units == 0 && crossed && side > 0 && 100 * gain / (gain + loss) < 70;
            sell =
                    units != 0
                            && ((crossed && side < 0)
                                    || close <= entry * 0.99
                                    || close >= entry * 1.02);
            marked = cash + units * close;
        }
        return new Outcome(marked, deals);
    }

    private long time(int index) {
        return bars.columns().openTime(index);
    }
}
