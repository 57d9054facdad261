package pro.cryptotrader.backtester.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.backtester.Walk;
import pro.cryptotrader.backtester.engine.BacktestSettings.CurveStep;
import pro.cryptotrader.backtester.fill.Assumption;
import pro.cryptotrader.backtester.fill.FillSettings;
import pro.cryptotrader.contracts.config.TradingConfig;
import pro.cryptotrader.contracts.config.TradingMode;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * What some runs came to when they were last looked at: figures and a hash of all orders. Whoever
 * changes a decision sees it here. {@code -Dgolden.update=true} writes the file anew, to be read
 * before it is kept.
 */
class GoldenRunsTest {
    private static final Path FILE = Path.of("src/test/resources/golden-runs.txt");
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

        if (Boolean.getBoolean("golden.update")) {
            Files.write(FILE, lines);
        }
        try (var file =
                Objects.requireNonNull(getClass().getResourceAsStream("/golden-runs.txt"))) {
            assertThat(lines)
                    .isEqualTo(
                            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                                    .lines()
                                    .toList());
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
