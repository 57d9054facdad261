package pro.cryptotrader.benchmarks;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import pro.cryptotrader.backtester.data.ExchangeInfo;
import pro.cryptotrader.backtester.engine.AccountPlan;
import pro.cryptotrader.backtester.engine.Backtest;
import pro.cryptotrader.backtester.engine.BacktestSettings;
import pro.cryptotrader.backtester.engine.MarketPlan;
import pro.cryptotrader.backtester.engine.StrategyPlan;
import pro.cryptotrader.backtester.fill.FillSettings;
import pro.cryptotrader.backtester.fill.Scale;
import pro.cryptotrader.backtester.report.Report;
import pro.cryptotrader.backtester.report.ReportFolder;
import pro.cryptotrader.backtester.statistics.Significance;
import pro.cryptotrader.backtester.store.CandleStore;
import pro.cryptotrader.contracts.config.TradingConfig;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Money;

/**
 * From recorded one-minute candles on disk to a finished report, with the platform's default
 * configuration: the command that a person types, virtual machine started for it, and the same once
 * everything is warm.
 */
final class FileToReport {
    private static final String COMMAND = "pro.cryptotrader.backtester.cli.Backtest";
    private static final double NANOS = 1e9;

    private final Bars bars;
    private final Path folder;
    private final Instant from;
    private final Instant to;

    private FileToReport(Bars bars, Path folder) {
        this.bars = bars;
        this.folder = folder;
        this.from = Instant.ofEpochMilli(bars.columns().openTime(0));
        this.to = from.plusSeconds(bars.size() * bars.interval().seconds());
    }

    /** Writes the candles, runs both ways and tells how long it took. */
    static List<String> measure(int candles, long seed, int rounds)
            throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("candles-to-report");
        try {
            var files = new FileToReport(Bars.walk(candles, seed, Interval.M1), folder);
            files.write();
            return List.of(
                    line(candles, "in a process of its own", files.cold(rounds)),
                    line(candles, "in a warm one", files.warm(rounds)));
        } finally {
            try (var left = Files.walk(folder)) {
                for (var path : left.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static String line(int candles, String how, List<Double> seconds) {
        return String.format(
                Locale.ROOT,
                "%,d one-minute candles from file to report %s: %.2f s (best %.2f)",
                candles,
                how,
                Meter.median(seconds),
                seconds.stream().min(Comparator.naturalOrder()).orElseThrow());
    }

    private void write() throws IOException {
        var columns = bars.columns();
        try (var file = new CandleStore(folder).append(Bars.SYMBOL, bars.interval())) {
            for (int i = 0; i < columns.size(); i++) {
                file.append(
                        new Candle(
                                Bars.SYMBOL,
                                bars.interval(),
                                Instant.ofEpochMilli(columns.openTime(i)),
                                Scale.price(columns.open(i), Bars.PRICE_DECIMALS),
                                Scale.price(columns.high(i), Bars.PRICE_DECIMALS),
                                Scale.price(columns.low(i), Bars.PRICE_DECIMALS),
                                Scale.price(columns.close(i), Bars.PRICE_DECIMALS),
                                BigDecimal.valueOf(columns.volume(i), Bars.VOLUME_DECIMALS),
                                BigDecimal.valueOf(columns.quoteVolume(i), Bars.VOLUME_DECIMALS),
                                columns.trades(i)));
            }
        }
    }

    private List<Double> cold(int rounds) throws IOException, InterruptedException {
        var seconds = new ArrayList<Double>();
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            var process =
                    Processes.start(
                            List.of(),
                            COMMAND,
                            List.of(
                                    "run",
                                    "--store=" + folder,
                                    "--symbols=" + Bars.SYMBOL,
                                    "--from=" + from,
                                    "--to=" + to,
                                    "--report=" + folder.resolve("report")));
            var said = Processes.said(process);
            seconds.add((System.nanoTime() - start) / NANOS);
            if (process.exitValue() != 0) {
                throw new IOException("the run has failed: " + String.join("\n", said));
            }
        }
        return seconds;
    }

    private List<Double> warm(int rounds) throws IOException {
        var seconds = new ArrayList<Double>();
        for (int round = -2; round < rounds; round++) {
            long start = System.nanoTime();
            report();
            if (round >= 0) {
                seconds.add((System.nanoTime() - start) / NANOS);
            }
        }
        return seconds;
    }

    /** What the command does, without the command line. */
    private void report() throws IOException {
        var candles = new CandleStore(folder).open(Bars.SYMBOL, bars.interval());
        var defaults = TradingConfig.defaults();
        var config =
                new TradingConfig(
                        defaults.enabled(),
                        defaults.mode(),
                        defaults.paperTrading(),
                        defaults.interval(),
                        List.of(Bars.SYMBOL),
                        defaults.risk(),
                        defaults.notifications());
        var result =
                new Backtest(
                                new BacktestSettings(
                                        from,
                                        to,
                                        FillSettings.honest(),
                                        BacktestSettings.CurveStep.HOUR),
                                StrategyPlan.silent(),
                                List.of(new MarketPlan(ExchangeInfo.guessed(candles), candles)),
                                List.of(
                                        new AccountPlan(
                                                new AccountId("main"), config, Money.of("10000"))))
                        .run(_ -> {});
        var report = Report.of(result, List.of(candles), Significance.Settings.usual(1));
        new ReportFolder(folder.resolve("report")).write(report);
    }
}
