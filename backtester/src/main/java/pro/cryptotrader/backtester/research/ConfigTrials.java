package pro.cryptotrader.backtester.research;

import java.util.SortedMap;
import pro.cryptotrader.contracts.config.ConfigRefused;
import pro.cryptotrader.contracts.config.TradingConfig;

/** Trials that change the configuration of an experiment's account. */
public record ConfigTrials(Experiment experiment) implements TrialRunner {

    /**
     * The configuration of a trial.
     *
     * @throws IllegalArgumentException when there is no such value
     * @throws ConfigRefused when it makes no sense
     */
    public TradingConfig config(SortedMap<String, String> values) {
        return TrialConfig.with(experiment.account().config(), values);
    }

    /**
     * Says before a long search what no trial could be run with.
     *
     * @throws IllegalArgumentException when there is no such value
     */
    public void requireKnown(SearchSpace space) {
        space.parameters()
                .forEach(each ->
                        TrialConfig.requireName(experiment.account().config(), each.name()));
    }

    @Override
    public TrialOutcome run(SortedMap<String, String> values) {
        try {
            var result = experiment.with(config(values)).run();
            return new TrialOutcome(
                    0, values, Objective.figures(result), result.ordersHash(), null);
        } catch (ConfigRefused | IllegalArgumentException e) {
            var why = e.getMessage();
            return TrialOutcome.refused(values, why == null ? e.toString() : why);
        }
    }
}
