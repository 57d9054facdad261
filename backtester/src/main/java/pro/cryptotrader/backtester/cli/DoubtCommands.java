package pro.cryptotrader.backtester.cli;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import pro.cryptotrader.backtester.engine.BacktestSettings.CurveStep;
import pro.cryptotrader.backtester.engine.StrategyPlan;
import pro.cryptotrader.backtester.research.LookAhead;
import pro.cryptotrader.backtester.research.MonteCarlo;
import pro.cryptotrader.backtester.research.WarmUp;

/** Commands that look for reasons not to believe a result. */
final class DoubtCommands {
    private DoubtCommands() {}

    /** A run that did nothing proves nothing. */
    private static boolean traded(Output output, int trades) {
        if (trades == 0) {
            output.note("nothing was traded, so nothing was shown: choose a longer time");
        }
        return trades > 0;
    }

    /** Does it know its future. */
    @Command(
            name = "look-ahead",
            mixinStandardHelpOptions = true,
            description =
                    "Cuts the future off at several moments; nothing done before may change. Exit"
                            + " code 3 when something does.")
    static final class LookAheadCommand implements Callable<Integer> {
        @Spec private CommandSpec spec = CommandSpec.create();
        @Mixin private ExperimentOptions options = new ExperimentOptions();

        @Option(names = "--cuts", defaultValue = "10", description = "How many. Default: 10.")
        private int cuts;

        @Option(names = "--json", description = "Write JSON.")
        private boolean json;

        @Override
        public Integer call() throws IOException {
            var output = new Output(spec, json);
            var found = new LookAhead(cuts).run(options.experiment(output, CurveStep.DAY));
            for (var cut : found) {
                output.line(
                        "cut at %s: %d trades the same, %d changed%s"
                                .formatted(
                                        cut.at(),
                                        cut.same(),
                                        cut.changed(),
                                        cut.changed() == 0 ? "" : ": " + cut.first()));
            }
            output.document(found);
            boolean clean =
                    found.stream().allMatch(cut -> cut.changed() == 0)
                            && traded(output, found.stream().mapToInt(LookAhead.Cut::same).sum());
            return clean ? Output.OK : Output.FINDINGS;
        }
    }

    /** Does it depend on how much came before. */
    @Command(
            name = "warm-up",
            mixinStandardHelpOptions = true,
            description =
                    "Runs after warm-ups of several lengths and compares with the longest. Exit code"
                            + " 3 when one that the strategy calls enough is not.")
    static final class WarmUpCommand implements Callable<Integer> {
        @Spec private CommandSpec spec = CommandSpec.create();
        @Mixin private ExperimentOptions options = new ExperimentOptions();

        @Option(
                names = "--lengths",
                split = ",",
                defaultValue = "500,1000,2000,3000,4000",
                description = "In candles. Default: ${DEFAULT-VALUE}.")
        private List<Integer> lengths = List.of();

        @Option(names = "--json", description = "Write JSON.")
        private boolean json;

        @Override
        public Integer call() throws IOException {
            var output = new Output(spec, json);
            var found = new WarmUp(lengths).run(options.experiment(output, CurveStep.DAY));
            int enough = StrategyPlan.live().warmUp();
            for (var length : found) {
                output.line(
                        "%d candles%s: %d trades the same, %d different%s"
                                .formatted(
                                        length.candles(),
                                        length.candles() < enough ? " (too few)" : "",
                                        length.same(),
                                        length.different(),
                                        length.different() == 0 ? "" : ": " + length.first()));
            }
            output.document(found);
            boolean clean =
                    found.stream()
                                    .allMatch(each ->
                                            each.candles() < enough || each.different() == 0)
                            && traded(output, found.getLast().same());
            return clean ? Output.OK : Output.FINDINGS;
        }
    }

    /** What might have come as well. */
    @Command(
            name = "monte-carlo",
            mixinStandardHelpOptions = true,
            description = "Return and drawdown of other histories that might have been.")
    static final class MonteCarloCommand implements Callable<Integer> {
        @Spec private CommandSpec spec = CommandSpec.create();
        @Mixin private ExperimentOptions options = new ExperimentOptions();

        @Option(names = "--samples", defaultValue = "1000", description = "Of trades.")
        private int samples;

        @Option(
                names = "--candle-samples",
                defaultValue = "0",
                description = "Runs on candles put together from blocks of real ones. Default: 0.")
        private int candleSamples;

        @Option(
                names = "--block",
                defaultValue = "1440",
                description = "Mean length of such a block, in candles. Default: 1440.")
        private double block;

        @Option(names = "--threads", description = "Runs at once. Default: all cores.")
        private int threads = Runtime.getRuntime().availableProcessors();

        @Option(names = "--seed", defaultValue = "1", description = "Default: 1.")
        private long seed;

        @Option(names = "--json", description = "Write JSON.")
        private boolean json;

        @Override
        public Integer call() throws IOException, InterruptedException {
            var output = new Output(spec, json);
            var experiment = options.experiment(output, CurveStep.DAY);
            var account = experiment.run().accounts().getFirst();
            var trades = new MonteCarlo(samples, seed);
            Map<String, MonteCarlo.Outcome> outcomes = new TreeMap<>();
            outcomes.put("trades drawn again", trades.drawnTrades(account));
            outcomes.put("trades in another order", trades.shuffledTrades(account));
            if (candleSamples > 0) {
                var done = new AtomicLong();
                try (var bar =
                        new ProgressBar(
                                output.err(), InstantSource.system(), "runs", candleSamples)) {
                    outcomes.put(
                            "candles in blocks",
                            new MonteCarlo(candleSamples, seed)
                                    .bootstrappedCandles(
                                            experiment,
                                            block,
                                            threads,
                                            () -> bar.at((double) done.incrementAndGet())));
                }
            }
            outcomes.forEach((name, outcome) -> tell(output, name, outcome));
            output.document(outcomes);
            return Output.OK;
        }

        private static void tell(Output output, String name, MonteCarlo.Outcome outcome) {
            output.line(
                    "%s (actual, then 5, 25, 50, 75, 95 %%): return %s, drawdown %s, %.0f %% lost"
                            .formatted(
                                    name,
                                    words(outcome.returnPct()),
                                    words(outcome.maxDrawdownPct()),
                                    100 * outcome.losing()));
        }

        private static String words(MonteCarlo.Spread spread) {
            var words = new StringBuilder("%.2f |".formatted(spread.actual()));
            spread.quantiles().forEach(each -> words.append(" %.2f".formatted(each)));
            return words.toString();
        }
    }
}
