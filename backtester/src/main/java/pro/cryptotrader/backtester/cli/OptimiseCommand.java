package pro.cryptotrader.backtester.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import pro.cryptotrader.backtester.engine.BacktestSettings.CurveStep;
import pro.cryptotrader.backtester.engine.MarketPlan;
import pro.cryptotrader.backtester.report.Report;
import pro.cryptotrader.backtester.report.ReportFolder;
import pro.cryptotrader.backtester.research.ConfigTrials;
import pro.cryptotrader.backtester.research.Experiment;
import pro.cryptotrader.backtester.research.StudyResult;
import pro.cryptotrader.backtester.research.TrialLog;
import pro.cryptotrader.backtester.research.TrialOutcome;
import pro.cryptotrader.backtester.statistics.Significance;

/** A search for better values. */
@Command(
        name = "optimise",
        aliases = "optimize",
        mixinStandardHelpOptions = true,
        description = {
            "Tries values of the configuration and ranks them. Stopped at any moment, the same"
                    + " command goes on where it was.",
            "The best of many is partly luck: its report deflates the Sharpe ratio by the number of"
                    + " trials."
        })
public final class OptimiseCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private ExperimentOptions options = new ExperimentOptions();
    @Mixin private StudyOptions studied = new StudyOptions();
    @Mixin private DistributionOptions distribution = new DistributionOptions();

    @Option(
            names = "--log",
            paramLabel = "FILE",
            defaultValue = "study.jsonl",
            description = "Where trials are kept. Default: study.jsonl.")
    private Path log = Path.of("study.jsonl");

    @Option(names = "--top", defaultValue = "10", description = "Show so many. Default: 10.")
    private int top;

    @Option(names = "--report", paramLabel = "FOLDER", description = "Write the best one's report.")
    private @Nullable Path report;

    @Option(names = "--json", description = "Write JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var output = new Output(spec, json);
        var experiment = options.experiment(output, CurveStep.DAY);
        var result = search(output, experiment);
        result.trials().stream().limit(top).forEach(trial -> tell(output, result, trial));
        output.document(result);
        var best = result.best(studied.minTrades());
        if (best.isEmpty()) {
            output.note(
                    "no trial had %d trades and the figure that is wanted"
                            .formatted(studied.minTrades()));
            return Output.FINDINGS;
        }
        if (report != null) {
            write(output, report, result, best.get());
        }
        return Output.OK;
    }

    private StudyResult search(Output output, Experiment experiment)
            throws IOException, InterruptedException {
        var study = studied.study();
        var done = new AtomicLong();
        new ConfigTrials(experiment).requireKnown(study.space());
        double all = (double) study.search().trials(study.space());
        var identity = options.identity(experiment);
        try (var trials = TrialLog.open(log, identity);
                var bar = new ProgressBar(output.err(), InstantSource.system(), "trials", all)) {
            Runnable afterEach = () -> bar.at((double) done.incrementAndGet());
            if (!distribution.isWanted()) {
                return study.run(new ConfigTrials(experiment), trials, afterEach);
            }
            try (var elsewhere = distribution.open(experiment, study.space(), identity)) {
                return distribution.widened(study).run(elsewhere, trials, afterEach);
            }
        }
    }

    private static void tell(Output output, StudyResult result, TrialOutcome trial) {
        output.line(
                "%s %s  %s"
                        .formatted(
                                result.objective(),
                                trial.figures().get(result.objective().figure()),
                                trial.refusal() == null
                                        ? trial.values()
                                        : trial.values() + " refused: " + trial.refusal()));
    }

    private void write(Output output, Path folder, StudyResult result, TrialOutcome best)
            throws IOException {
        var experiment = options.experiment(output, CurveStep.HOUR);
        var config = new ConfigTrials(experiment).config(best.values());
        var candles = experiment.markets().stream().map(MarketPlan::candles).toList();
        var settings =
                Significance.Settings.usual(studied.seed())
                        .pickedOf(result.trials().size(), result.sharpeVariance());
        new ReportFolder(folder).write(Report.of(experiment.with(config).run(), candles, settings));
    }
}
