package pro.cryptotrader.backtester.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pro.cryptotrader.backtester.Walk;
import pro.cryptotrader.backtester.engine.BacktestSettings.CurveStep;
import pro.cryptotrader.backtester.fill.FillSettings;
import pro.cryptotrader.contracts.config.TradingConfig;
import pro.cryptotrader.contracts.config.TradingMode;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.Symbol;

/** Where the change of equity comes from: trades, and what was left of them. Nothing else. */
class DustTest {
    private static final Symbol BTC = Symbol.of("BTC/USDT");
    private static final Symbol ETH = Symbol.of("ETH/USDT");
    private static final int CANDLES = 4_000;

    @ParameterizedTest
    @CsvSource({"1, RECEIVED", "2, RECEIVED", "3, QUOTE", "4, RECEIVED", "5, QUOTE"})
    void theChangeOfEquityIsTheTradesResultsAndTheDustToTheLastDigit(
            long seed, FillSettings.FeeAsset fees) {
        var account = run(seed, fees);

        var results =
                account.trades().stream()
                        .map(trade -> trade.result().value())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(account.trades()).hasSizeGreaterThan(20);
        assertThat(account.ended().minus(account.started()).value())
                .isEqualByComparingTo(results.add(account.dust().value()));
        if (fees == FillSettings.FeeAsset.RECEIVED) {
            // Commission is taken from what is bought: something is left that is no whole step.
            assertThat(account.dust().value()).isNotZero();
        }
    }

    private static AccountResult run(long seed, FillSettings.FeeAsset fees) {
        var defaults = TradingConfig.defaults();
        var config =
                new TradingConfig(
                        true,
                        TradingMode.AGGRESSIVE,
                        false,
                        Interval.M5,
                        List.of(BTC, ETH),
                        defaults.risk(),
                        defaults.notifications());
        var honest = FillSettings.honest();
        var fills =
                new FillSettings(
                        honest.spreadPct(),
                        honest.slippagePct(),
                        honest.makerFeePct(),
                        honest.takerFeePct(),
                        fees,
                        honest.participationPct(),
                        honest.latency(),
                        honest.assumptions());
        var markets =
                List.of(
                        new MarketPlan(
                                Walk.instrument(BTC), Walk.of(BTC, Interval.M5, seed, CANDLES)),
                        new MarketPlan(
                                Walk.instrument(ETH),
                                Walk.of(ETH, Interval.M5, seed + 100, CANDLES)));
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
                .run(each -> {})
                .accounts()
                .getFirst();
    }
}
