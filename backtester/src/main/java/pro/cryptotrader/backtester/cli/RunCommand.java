package pro.cryptotrader.backtester.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import pro.cryptotrader.backtester.engine.BacktestResult;
import pro.cryptotrader.backtester.engine.BacktestSettings.CurveStep;
import pro.cryptotrader.backtester.engine.MarketPlan;
import pro.cryptotrader.backtester.report.Report;
import pro.cryptotrader.backtester.report.ReportFolder;
import pro.cryptotrader.backtester.report.ReportJson;
import pro.cryptotrader.backtester.statistics.Significance;

/** One run, with its report. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs a configuration over recorded candles and writes a report.")
public final class RunCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private ExperimentOptions options = new ExperimentOptions();
    @Mixin private PortfolioOptions participants = new PortfolioOptions();

    @Option(
            names = "--report",
            paramLabel = "FOLDER",
            defaultValue = "report",
            description = "Where report.html, report.json, trades.csv and equity.csv go.")
    private Path report = Path.of("report");

    @Option(names = "--curve", defaultValue = "HOUR", description = "CANDLE, HOUR or DAY.")
    private CurveStep curve = CurveStep.HOUR;

    @Option(names = "--seed", defaultValue = "1", description = "Of everything random. Default: 1.")
    private long seed;

    @Option(
            names = "--random-runs",
            defaultValue = "1000",
            description = "How often entries are compared with random ones. Default: 1000.")
    private int randomRuns;

    @Option(names = "--json", description = "Write the report's JSON to standard output too.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        var output = new Output(spec, json);
        var portfolio =
                participants.isOfSeveral()
                        ? options.portfolio(output, curve, participants.configurations())
                        : Portfolio.of(options.experiment(output, curve));
        var candles = portfolio.markets().stream().map(MarketPlan::candles).toList();
        var usual = Significance.Settings.usual(seed);
        var settings =
                new Significance.Settings(usual.samples(), usual.level(), 1, 0, randomRuns, seed);
        var judged = Report.of(run(portfolio), candles, settings);
        new ReportFolder(report).write(judged);
        ReportLines.tell(output, judged);
        output.line("Report: " + report.resolve("report.html").toAbsolutePath().normalize());
        if (json) {
            output.text(ReportJson.write(judged));
        }
        return Output.OK;
    }

    private BacktestResult run(Portfolio portfolio) throws IOException {
        var trades = participants.recordedTrades();
        try {
            return portfolio.run(trades);
        } finally {
            for (var each : trades.values()) {
                each.close();
            }
        }
    }
}
