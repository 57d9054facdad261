package pro.cryptotrader.backtester.research;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Whether decisions depend on how much history came before (recursive analysis): the experiment is
 * made again after warm-ups of several lengths and compared with the longest.
 *
 * @param lengths in candles of the account's interval, at least two
 */
public record WarmUp(List<Integer> lengths) {
    public WarmUp {
        lengths = lengths.stream().distinct().sorted().toList();
        if (lengths.size() < 2 || lengths.getFirst() < 0) {
            throw new IllegalArgumentException(
                    "warm-up analysis compares two lengths or more, not " + lengths);
        }
    }

    /**
     * What a length showed.
     *
     * @param candles length of the warm-up
     * @param same trades as after the longest
     * @param different trades unlike those after the longest
     * @param signals how many signals there were
     * @param first the first difference in words; empty when there is none
     */
    public record Length(int candles, int same, int different, long signals, String first) {}

    /** Compares; the longest is the last and equals itself. */
    public List<Length> run(Experiment experiment) {
        var longest = experiment.warmedBy(Collections.max(lengths)).run();
        var results = new ArrayList<Length>();
        for (int length : lengths) {
            var run = experiment.warmedBy(length).run();
            var seen = TradeComparison.until(Instant.MAX, longest, run);
            results.add(
                    new Length(length, seen.same(), seen.different(), run.signals(), seen.first()));
        }
        return results;
    }
}
