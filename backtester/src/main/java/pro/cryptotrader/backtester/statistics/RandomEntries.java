package pro.cryptotrader.backtester.statistics;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Whether the moments of entry were worth anything: the same number of trades with the same exits,
 * entered at random (a Monte Carlo permutation test; P. Good, "Permutation, Parametric and
 * Bootstrap Tests of Hypotheses", 2005; for trading rules D. Aronson, "Evidence-Based Technical
 * Analysis", 2006, chapter 6).
 *
 * @param runs how many times all trades are entered at random
 * @param costPct of one side, commission and slippage together, in per cent
 */
public record RandomEntries(int runs, double costPct, long seed) {

    /** Candles of one symbol in order of time. */
    public interface Bars {
        int size();

        double open(int index);

        double high(int index);

        double low(int index);

        double close(int index);

        /**
         * The first bar of {@code from..last} whose low is at or below {@code stop} or whose high
         * is at or above {@code target}; {@code last + 1} when there is none.
         */
        default int leaving(int from, int last, double stop, double target) {
            int bar = from;
            while (bar <= last && low(bar) > stop && high(bar) < target) {
                bar++;
            }
            return bar;
        }
    }

    /**
     * How one trade is left.
     *
     * @param stopPct distance of the stop below the entry
     * @param targetPct distance of the target above the entry
     * @param mostBars sold at the close of this many bars after the entry at the latest, at least 1
     */
    public record Exit(Bars bars, double stopPct, double targetPct, int mostBars) {}

    /**
     * What came of it.
     *
     * @param actualPct mean result of the real trades, in per cent of their cost
     * @param randomPct mean result of the random ones
     * @param pValue {@code (1 + runs at least as good) / (1 + runs)}, never zero (B. V. North, D.
     *     Curtis and P. C. Sham, American Journal of Human Genetics 71, 2002)
     */
    public record Verdict(double actualPct, double randomPct, double pValue) {}

    /** Compares the mean result of the real trades with that of random entries. */
    public Verdict judge(double actualPct, List<Exit> exits) {
        var random = new SplittableRandom(seed);
        int asGood = 0;
        double total = 0;
        for (int run = 0; run < runs; run++) {
            double sum = 0;
            for (var exit : exits) {
                sum += tradePct(exit, random.nextInt(exit.bars().size()));
            }
            double mean = sum / exits.size();
            total += mean;
            if (mean >= actualPct) {
                asGood++;
            }
        }
        return new Verdict(actualPct, total / runs, (1.0 + asGood) / (1.0 + runs));
    }

    /** Bought at the open of {@code entry}; the stop comes before the target, a gap at its open. */
    double tradePct(Exit exit, int entry) {
        var bars = exit.bars();
        double paid = bars.open(entry);
        double stop = paid * (1 - exit.stopPct() / 100);
        double target = paid * (1 + exit.targetPct() / 100);
        int last = Math.min(entry + exit.mostBars(), bars.size()) - 1;
        int bar = bars.leaving(entry, last, stop, target);
        double received;
        if (bar > last) {
            received = bars.close(last);
        } else if (bars.low(bar) <= stop) {
            received = Math.min(stop, bars.open(bar));
        } else {
            received = Math.max(target, bars.open(bar));
        }
        double cost = costPct / 100;
        return 100 * (received * (1 - cost) / (paid * (1 + cost)) - 1);
    }
}
