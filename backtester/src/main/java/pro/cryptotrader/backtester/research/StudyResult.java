package pro.cryptotrader.backtester.research;

import java.util.List;
import java.util.Optional;
import pro.cryptotrader.backtester.statistics.SharpeSignificance;

/**
 * What a study found.
 *
 * @param trials the best first
 * @param sharpeVariance of the trials' daily Sharpe ratios: what a deflated Sharpe ratio needs to
 *     know beside the number of trials
 */
public record StudyResult(Objective objective, List<TrialOutcome> trials, double sharpeVariance) {
    public StudyResult {
        trials = List.copyOf(trials);
    }

    static StudyResult of(Search.Scoring scoring, List<TrialOutcome> trials) {
        var sharpes =
                trials.stream()
                        .mapToDouble(trial ->
                                trial.figures().getOrDefault(Objective.DAILY_SHARPE, Double.NaN))
                        .toArray();
        return new StudyResult(
                scoring.objective(),
                trials.stream().sorted(scoring.objective().order(scoring.leastTrades())).toList(),
                SharpeSignificance.varianceOf(sharpes));
    }

    /** The best trial that could be judged. */
    public Optional<TrialOutcome> best(int leastTrades) {
        return trials.stream()
                .filter(trial -> objective.score(trial, leastTrades) > -Double.MAX_VALUE)
                .findFirst();
    }
}
