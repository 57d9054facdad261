package pro.cryptotrader.backtester.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.backtester.Walk;
import pro.cryptotrader.backtester.data.CandleSource;
import pro.cryptotrader.backtester.engine.BacktestSettings.CurveStep;
import pro.cryptotrader.backtester.fill.Assumption;
import pro.cryptotrader.backtester.fill.FillSettings;
import pro.cryptotrader.backtester.report.Report;
import pro.cryptotrader.backtester.report.ReportJson;
import pro.cryptotrader.backtester.statistics.Significance;
import pro.cryptotrader.contracts.config.TradingConfig;
import pro.cryptotrader.contracts.config.TradingMode;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * What some runs came to when they were last looked at: a hash of all orders, and every statistic
 * that a report has. Whoever changes a decision or a figure sees it here. {@code
 * -Dgolden.update=true} writes the file anew, to be read before it is kept.
 */
class GoldenRunsTest {
    private static final Path FOLDER = Path.of("src/test/resources");
    private static final String RUNS = "golden-runs.txt";
    private static final String STATISTICS = "golden-statistics.txt";
    private static final Symbol BTC = Symbol.of("BTC/USDT");
    private static final Symbol ETH = Symbol.of("ETH/USDT");
    private static final int CANDLES = 6_000;

    @Test
    void runsComeToWhatTheyCameTo() throws IOException {
        var lines = new ArrayList<String>();
        for (long seed = 1; seed <= 3; seed++) {
            lines.add(line("honest", seed, TradingMode.BALANCED, FillSettings.honest(), BTC));
            lines.add(
                    line(
                            "conservative",
                            seed,
                            TradingMode.CONSERVATIVE,
                            FillSettings.honest(),
                            BTC));
        }
        lines.add(line("two symbols", 4, TradingMode.AGGRESSIVE, FillSettings.honest(), BTC, ETH));
        lines.add(line("optimistic", 5, TradingMode.BALANCED, optimistic(), BTC));
        lines.add(line("slow", 6, TradingMode.BALANCED, slow(), BTC));

        compare(RUNS, lines);
    }

    @Test
    void everyStatisticIsWhatItWas() throws IOException {
        var lines = new ArrayList<String>();
        for (long seed = 1; seed <= 2; seed++) {
            statistics("honest " + seed, lines, seed, TradingMode.BALANCED, honest(), BTC);
        }
        statistics("two symbols", lines, 4, TradingMode.AGGRESSIVE, honest(), BTC, ETH);
        statistics("optimistic", lines, 5, TradingMode.BALANCED, optimistic(), BTC);

        compare(STATISTICS, lines);
    }

    private static void compare(String name, List<String> lines) throws IOException {
        var file = FOLDER.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.write(file, lines);
        }
        assertThat(lines).isEqualTo(Files.readAllLines(file));
    }

    private static FillSettings honest() {
        return FillSettings.honest();
    }

    /** Every leaf of the report's document, one a line. */
    private static void statistics(
            String name,
            List<String> lines,
            long seed,
            TradingMode mode,
            FillSettings fills,
            Symbol... symbols)
            throws IOException {
        var result = run(seed, mode, fills, symbols);
        var candles = new ArrayList<CandleSource>();
        for (int i = 0; i < symbols.length; i++) {
            candles.add(Walk.of(symbols[i], Interval.M5, seed + i * 100L, CANDLES));
        }
        var settings = new Significance.Settings(200, 0.95, 3, 0.01, 100, 7);
        var document = ReportJson.write(Report.of(result, candles, settings));
        leaves(name, ReportJson.mapper().readTree(document), lines);
    }

    private static void leaves(String path, JsonNode node, List<String> lines) {
        if (node.isObject()) {
            node.properties()
                    .forEach(each -> leaves(path + "." + each.getKey(), each.getValue(), lines));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                leaves(path + "[" + i + "]", node.path(i), lines);
            }
        } else {
            lines.add(path + " = " + node.asText());
        }
    }

    private static String line(
            String name, long seed, TradingMode mode, FillSettings fills, Symbol... symbols) {
        var result = run(seed, mode, fills, symbols);
        var account = result.accounts().getFirst();
        return String.format(
                Locale.ROOT,
                "%s %d: signals %d, orders %d, trades %d, ended %s, fees %s, slippage %s, turnover %s, rejected %s, orders hash %s",
                name,
                seed,
                result.signals(),
                result.orders(),
                account.trades().size(),
                account.ended(),
                account.fees(),
                account.slippage(),
                account.turnover(),
                account.rejectedEntries(),
                result.ordersHash());
    }

    private static BacktestResult run(
            long seed, TradingMode mode, FillSettings fills, Symbol... symbols) {
        var markets = new ArrayList<MarketPlan>();
        for (var symbol : symbols) {
            markets.add(
                    new MarketPlan(
                            Walk.instrument(symbol),
                            Walk.of(symbol, Interval.M5, seed + markets.size() * 100L, CANDLES)));
        }
        var defaults = TradingConfig.defaults();
        var config =
                new TradingConfig(
                        true,
                        mode,
                        false,
                        Interval.M5,
                        List.of(symbols),
                        defaults.risk(),
                        defaults.notifications());
        var settings =
                new BacktestSettings(
                        Walk.START.plusSeconds(2_000 * 300L),
                        Walk.START.plusSeconds(CANDLES * 300L),
                        fills,
                        CurveStep.DAY);
        return new Backtest(
                        settings,
                        StrategyPlan.live(),
                        markets,
                        List.of(new AccountPlan(new AccountId("main"), config, Money.of("10000"))))
                .run(each -> {});
    }

    private static FillSettings optimistic() {
        var honest = FillSettings.honest();
        return new FillSettings(
                honest.spreadPct(),
                honest.slippagePct(),
                honest.makerFeePct(),
                honest.takerFeePct(),
                FillSettings.FeeAsset.QUOTE,
                honest.participationPct(),
                Duration.ZERO,
                Set.of(Assumption.values()));
    }

    private static FillSettings slow() {
        var honest = FillSettings.honest();
        return new FillSettings(
                honest.spreadPct(),
                honest.slippagePct(),
                honest.makerFeePct(),
                honest.takerFeePct(),
                FillSettings.FeeAsset.RECEIVED,
                honest.participationPct(),
                Duration.ofMinutes(6),
                Set.of());
    }
}
