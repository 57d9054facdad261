package pro.cryptotrader.backtester.research;

import java.util.SortedMap;

/** Runs one configuration; called by many threads at once. */
@FunctionalInterface
public interface TrialRunner {
    /**
     * Runs.
     *
     * @param values of the parameters
     * @return the outcome without its number
     */
    TrialOutcome run(SortedMap<String, String> values);
}
