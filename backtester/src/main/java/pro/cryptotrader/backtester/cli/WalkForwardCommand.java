package pro.cryptotrader.backtester.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import pro.cryptotrader.backtester.engine.BacktestSettings.CurveStep;
import pro.cryptotrader.backtester.research.ConfigTrials;
import pro.cryptotrader.backtester.research.WalkForward;

/** Optimise, trade what comes next, move on. */
@Command(
        name = "walk-forward",
        mixinStandardHelpOptions = true,
        description = {
            "Optimises on one stretch of time, trades the next with what was found, and moves on;"
                    + " only what was traded counts.",
            "Stopped at any moment, the same command goes on where it was."
        })
public final class WalkForwardCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private ExperimentOptions options = new ExperimentOptions();
    @Mixin private StudyOptions studied = new StudyOptions();

    @Option(names = "--train-days", defaultValue = "90", description = "Default: 90.")
    private int trainDays;

    @Option(names = "--trade-days", defaultValue = "30", description = "Default: 30.")
    private int tradeDays;

    @Option(names = "--anchored", description = "Every training begins at the start.")
    private boolean anchored;

    @Option(
            names = "--folder",
            defaultValue = "walk-forward",
            description = "Where each window's trials are kept. Default: walk-forward.")
    private Path folder = Path.of("walk-forward");

    @Option(names = "--json", description = "Write JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var output = new Output(spec, json);
        var experiment = options.experiment(output, CurveStep.DAY);
        var settings = experiment.settings();
        var walk =
                new WalkForward(Duration.ofDays(trainDays), Duration.ofDays(tradeDays), anchored);
        var study = studied.study();
        long windows = walk.windows(settings.from(), settings.to()).size();
        double all = (double) (windows * study.search().trials(study.space()));
        var done = new AtomicLong();
        new ConfigTrials(experiment).requireKnown(study.space());
        WalkForward.Outcome outcome;
        try (var bar = new ProgressBar(output.err(), InstantSource.system(), "trials", all)) {
            outcome =
                    walk.run(
                            experiment,
                            study,
                            folder,
                            options.identity(experiment),
                            () -> bar.at((double) done.incrementAndGet()));
        }
        tell(output, outcome);
        output.document(outcome);
        return Output.OK;
    }

    private static void tell(Output output, WalkForward.Outcome outcome) {
        for (var fold : outcome.folds()) {
            output.line(
                    "%s to %s: %s, profit %s"
                            .formatted(
                                    fold.window().trainTo(),
                                    fold.window().tradeTo(),
                                    fold.values() == null ? "nothing to trade" : fold.values(),
                                    fold.traded() == null ? "-" : fold.traded().get("profit")));
        }
        var traded = outcome.outOfSample();
        output.line(
                ("out of sample: %.2f %% in %d days, Sharpe %.2f, deepest drawdown %.2f %%,"
                                + " efficiency %.2f")
                        .formatted(
                                traded.returnPct(),
                                traded.days(),
                                traded.sharpe(),
                                traded.maxDrawdownPct(),
                                outcome.efficiency()));
    }
}
