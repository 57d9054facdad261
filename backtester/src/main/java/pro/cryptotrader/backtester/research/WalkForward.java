package pro.cryptotrader.backtester.research;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.backtester.engine.BacktestResult;
import pro.cryptotrader.backtester.statistics.CurveFigures;
import pro.cryptotrader.backtester.statistics.DailyEquity;

/**
 * Optimises on one stretch of time, trades the next one with what was found, and moves on; only
 * what was traded counts (R. Pardo, "The Evaluation and Optimization of Trading Strategies", 2008,
 * chapter 11).
 *
 * @param training length of the stretch that is optimised on, whole days
 * @param trading length of the stretch that is traded after it, whole days
 * @param anchored whether every training begins at the start, or has the same length
 */
public record WalkForward(Duration training, Duration trading, boolean anchored) {
    public WalkForward {
        if (training.toDays() < 1 || trading.toDays() < 1) {
            throw new IllegalArgumentException(
                    "walk-forward trains and trades for a day or more, not %s and %s"
                            .formatted(training, trading));
        }
    }

    /** One training and what is traded after it. */
    public record Window(Instant trainFrom, Instant trainTo, Instant tradeTo) {}

    /**
     * What came of a window.
     *
     * @param values that were the best in training; null when no trial could be judged, and nothing
     *     was traded
     * @param trained the best trial's figures in training
     * @param traded figures afterwards
     */
    public record Fold(
            Window window,
            @Nullable SortedMap<String, String> values,
            @Nullable SortedMap<String, Double> trained,
            @Nullable SortedMap<String, Double> traded) {}

    /**
     * What came of all of them.
     *
     * @param outOfSample of the traded stretches, one after the other
     * @param efficiency mean daily return of what was traded over that of the trainings; NaN when
     *     trainings lost
     */
    public record Outcome(List<Fold> folds, CurveFigures outOfSample, double efficiency) {
        public Outcome {
            folds = List.copyOf(folds);
        }
    }

    /**
     * Every window that fits whole.
     *
     * @throws IllegalArgumentException when none does
     */
    public List<Window> windows(Instant from, Instant to) {
        var windows = new ArrayList<Window>();
        var split = from.plus(training);
        while (!split.plus(trading).isAfter(to)) {
            var start = anchored ? from : split.minus(training);
            windows.add(new Window(start, split, split.plus(trading)));
            split = split.plus(trading);
        }
        if (windows.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s to %s is too short to train for %d days and trade for %d"
                            .formatted(from, to, training.toDays(), trading.toDays()));
        }
        return windows;
    }

    /**
     * Walks.
     *
     * @param experiment over the whole time
     * @param folder a log of trials for each window goes there
     * @param identity everything that outcomes depend on beside values and window
     */
    public Outcome run(
            Experiment experiment, Study study, Path folder, String identity, Runnable afterEach)
            throws IOException, InterruptedException {
        var settings = experiment.settings();
        var walk = new Walk(experiment.account().cash().value().doubleValue());
        int number = 0;
        for (var window : windows(settings.from(), settings.to())) {
            number++;
            var training = experiment.between(window.trainFrom(), window.trainTo());
            var path = folder.resolve("window-%03d.jsonl".formatted(number));
            try (var log = TrialLog.open(path, identity + " " + window)) {
                var found = study.run(new ConfigTrials(training), log, afterEach);
                walk.add(experiment, window, found.best(study.scoring().leastTrades()));
            }
        }
        return walk.outcome();
    }

    /** What has been traded so far. */
    private static final class Walk {
        private final double cash;
        private final List<Fold> folds = new ArrayList<>();
        private final List<Double> traded = new ArrayList<>();
        private double trainedGrowth;
        private double trainedDays;
        private @Nullable Instant first;

        Walk(double cash) {
            this.cash = cash;
        }

        void add(Experiment experiment, Window window, Optional<TrialOutcome> best) {
            if (first == null) {
                first = window.trainTo();
            }
            if (best.isEmpty()) {
                folds.add(new Fold(window, null, null, null));
                long days = Duration.between(window.trainTo(), window.tradeTo()).toDays();
                for (long day = 0; day < days; day++) {
                    traded.add(0.0);
                }
                return;
            }
            var values = best.get().values();
            var config = new ConfigTrials(experiment).config(values);
            BacktestResult result =
                    experiment.with(config).between(window.trainTo(), window.tradeTo()).run();
            folds.add(new Fold(window, values, best.get().figures(), Objective.figures(result)));
            for (double day : DailyEquity.of(result.accounts().getFirst()).returns()) {
                traded.add(day);
            }
            trainedGrowth += best.get().figures().getOrDefault(Objective.PROFIT.figure(), 0.0);
            trainedDays += (double) Duration.between(window.trainFrom(), window.trainTo()).toDays();
        }

        Outcome outcome() {
            var returns = traded.stream().mapToDouble(Double::doubleValue).toArray();
            var start = first == null ? Instant.EPOCH : first;
            var day = LocalDate.ofInstant(start, ZoneOffset.UTC);
            double daily = Arrays.stream(returns).average().orElse(0);
            double trainedDaily = trainedDays > 0 ? trainedGrowth / cash / trainedDays : 0;
            return new Outcome(
                    folds,
                    CurveFigures.of(DailyEquity.compounded(cash, day, returns)),
                    trainedDaily > 0 ? daily / trainedDaily : Double.NaN);
        }
    }
}
