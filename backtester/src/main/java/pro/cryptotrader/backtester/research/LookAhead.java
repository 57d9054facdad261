package pro.cryptotrader.backtester.research;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a decision knew its future: the experiment is made again with the candles cut off at
 * several moments, and nothing that was done before may change.
 *
 * @param cuts how many moments, spread evenly, at least 1
 */
public record LookAhead(int cuts) {
    public LookAhead {
        if (cuts < 1) {
            throw new IllegalArgumentException(
                    "look-ahead analysis needs a moment to cut at, not " + cuts);
        }
    }

    /**
     * What a cut showed.
     *
     * @param at from where on there were no candles
     * @param same trades before it that stayed
     * @param changed trades before it that changed: every one knew its future
     * @param first the first of them in words; empty when there is none
     */
    public record Cut(Instant at, int same, int changed, String first) {}

    /**
     * Cuts and compares; the last moments of a run, which cannot be traded any more, are left out.
     */
    public List<Cut> run(Experiment experiment) {
        var settings = experiment.settings();
        var whole = experiment.run();
        var span = Duration.between(settings.from(), settings.to());
        var step = experiment.account().config().interval();
        var results = new ArrayList<Cut>();
        for (int i = 1; i <= cuts; i++) {
            var at =
                    step.openTimeOf(settings.from().plus(span.multipliedBy(i).dividedBy(cuts + 1)));
            if (at.isAfter(settings.from())) {
                var part =
                        experiment
                                .on(candles -> new CandlesUntil(candles, at))
                                .between(settings.from(), at)
                                .run();
                var seen = TradeComparison.until(at, whole, part);
                results.add(new Cut(at, seen.same(), seen.different(), seen.first()));
            }
        }
        return results;
    }
}
