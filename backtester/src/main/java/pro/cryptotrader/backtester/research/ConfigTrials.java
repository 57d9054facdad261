package pro.cryptotrader.backtester.research;

import java.util.SortedMap;
import java.util.TreeMap;
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
        var own = new TreeMap<>(values);
        own.keySet().removeIf(EnsembleWeights::isWeight);
        return TrialConfig.with(experiment.account().config(), own);
    }

    /**
     * Says before a long search what no trial could be run with.
     *
     * @throws IllegalArgumentException when there is no such value
     */
    public void requireKnown(SearchSpace space) {
        space.parameters()
                .forEach(each -> {
                    if (EnsembleWeights.isWeight(each.name())) {
                        EnsembleWeights.requireName(each.name());
                    } else {
                        TrialConfig.requireName(experiment.account().config(), each.name());
                    }
                });
    }

    /** The experiment of a trial: its configuration, and the say of its strategies. */
    private Experiment changed(SortedMap<String, String> values) {
        var weights = new TreeMap<>(values);
        weights.keySet().removeIf(name -> !EnsembleWeights.isWeight(name));
        var configured = experiment.with(config(values));
        return weights.isEmpty() ? configured : configured.with(EnsembleWeights.of(weights));
    }

    @Override
    public TrialOutcome run(SortedMap<String, String> values) {
        try {
            var result = changed(values).run();
            return new TrialOutcome(
                    0, values, Objective.figures(result), result.ordersHash(), null);
        } catch (ConfigRefused | IllegalArgumentException e) {
            var why = e.getMessage();
            return TrialOutcome.refused(values, why == null ? e.toString() : why);
        }
    }
}
