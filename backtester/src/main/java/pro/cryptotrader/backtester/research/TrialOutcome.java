package pro.cryptotrader.backtester.research;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What came of one trial.
 *
 * @param number counts the trials of a study in the order they were proposed, from 1
 * @param values of the parameters
 * @param figures by name; those that could not be computed are missing
 * @param ordersHash of all its orders; empty when it was refused
 * @param refusal why the configuration was not run; null when it was
 */
public record TrialOutcome(
        int number,
        SortedMap<String, String> values,
        SortedMap<String, Double> figures,
        String ordersHash,
        @Nullable String refusal) {
    public TrialOutcome {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        var finite = new TreeMap<>(figures);
        finite.values().removeIf(figure -> !Double.isFinite(figure));
        figures = Collections.unmodifiableSortedMap(finite);
    }

    /** A configuration that makes no sense. */
    public static TrialOutcome refused(Map<String, String> values, String why) {
        return new TrialOutcome(0, new TreeMap<>(values), new TreeMap<>(), "", why);
    }

    /** The same as number {@code given} of a study. */
    public TrialOutcome numbered(int given) {
        return new TrialOutcome(given, values, figures, ordersHash, refusal);
    }
}
