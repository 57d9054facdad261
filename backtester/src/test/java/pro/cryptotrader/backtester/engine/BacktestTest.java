package pro.cryptotrader.backtester.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.backtester.Walk;
import pro.cryptotrader.backtester.data.CandleBlock;
import pro.cryptotrader.backtester.data.CandlesInMemory;
import pro.cryptotrader.backtester.engine.BacktestSettings.CurveStep;
import pro.cryptotrader.backtester.fill.FillSettings;
import pro.cryptotrader.contracts.config.TradingConfig;
import pro.cryptotrader.contracts.config.TradingMode;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.Symbol;

class BacktestTest {
    private static final Symbol BTC = Symbol.of("BTC/USDT");
    private static final Symbol ETH = Symbol.of("ETH/USDT");
    private static final int CANDLES = 8_000;
    private static final Instant FROM = Walk.START.plusSeconds(2_000 * 300L);

    @Test
    void theSameRunTwiceIsTheSameBitByBit() {
        var first = run(CANDLES, 1);
        var second = run(CANDLES, 1);

        assertThat(first.orders()).isGreaterThan(100);
        assertThat(second.ordersHash()).isEqualTo(first.ordersHash());
        assertThat(account(second).trades()).isEqualTo(account(first).trades());
        assertThat(account(second).ended()).isEqualTo(account(first).ended());
    }

    @Test
    void signalsWithoutVotesMakeTheSameOrders() {
        var walk = markets(Walk.of(BTC, Interval.M5, 1, CANDLES));
        var aloud =
                new Backtest(settings(CANDLES), StrategyPlan.live(), walk, accounts(BTC))
                        .run(each -> {});
        var silent =
                new Backtest(settings(CANDLES), StrategyPlan.silent(), walk, accounts(BTC))
                        .run(each -> {});

        assertThat(silent.ordersHash()).isEqualTo(aloud.ordersHash());
        assertThat(silent.signals()).isEqualTo(aloud.signals());
    }

    @Test
    void anotherMarketIsAnotherHash() {
        assertThat(run(CANDLES, 1).ordersHash()).isNotEqualTo(run(CANDLES, 2).ordersHash());
    }

    @Test
    void whatWasEarnedIsWhatTheTradesEarned() {
        var result = account(run(CANDLES, 3));

        var earned =
                result.trades().stream().map(BacktestTrade::result).reduce(Money.ZERO, Money::plus);
        // What is too little to be sold lies beside the positions and moves on with the price.
        assertThat(result.ended().minus(result.started().plus(earned)).value().abs())
                .isLessThan(new BigDecimal("0.02"));
        assertThat(result.fees().isPositive()).isTrue();
        assertThat(result.slippage().isPositive()).isTrue();
    }

    @Test
    void theLastPointOfTheCurveIsTheEnd() {
        var result = account(run(CANDLES, 3));

        assertThat(result.equity().size()).isEqualTo(CANDLES - 2_000);
        var last = result.equity().equity(result.equity().size() - 1);
        assertThat(result.ended().minus(last).value())
                .isBetween(BigDecimal.ZERO, new BigDecimal("0.00000003"));
    }

    @Test
    void theFutureChangesNothingOfThePast() {
        var all = account(run(CANDLES, 4));
        var half = account(run(5_000, 4));

        var cut = Walk.START.plusSeconds(5_000 * 300L);
        var past = all.trades().stream().filter(each -> each.closedAt().isBefore(cut)).toList();
        assertThat(past).hasSizeGreaterThan(10);
        assertThat(half.trades().stream().filter(each -> !each.isOpen()).toList()).isEqualTo(past);
    }

    @Test
    void minutesUnderFiveMinutesGiveTheSameSignals() {
        var minutes = Walk.of(BTC, Interval.M1, 5, 5 * 5_000);
        var fives = fives(minutes);

        var fine =
                new Backtest(settings(5_000), StrategyPlan.live(), markets(minutes), accounts(BTC));
        var coarse =
                new Backtest(settings(5_000), StrategyPlan.live(), markets(fives), accounts(BTC));

        var finer = fine.run(each -> {});
        assertThat(finer.signals()).isPositive().isEqualTo(coarse.run(each -> {}).signals());
    }

    @Test
    void accountsDoNotDisturbEachOther() {
        var alone = account(run(CANDLES, 6));
        var second =
                new AccountPlan(
                        new AccountId("second"),
                        config(TradingMode.AGGRESSIVE, BTC),
                        Money.of("500"));
        var both =
                new Backtest(
                                settings(CANDLES),
                                StrategyPlan.live(),
                                markets(Walk.of(BTC, Interval.M5, 6, CANDLES)),
                                List.of(second, accounts(BTC).getFirst()))
                        .run(each -> {});

        assertThat(both.accounts())
                .extracting(AccountResult::account)
                .extracting(AccountId::value)
                .containsExactly("main", "second");
        assertThat(both.accounts().getFirst().trades()).isEqualTo(alone.trades());
        assertThat(both.accounts().get(1).trades()).isNotEmpty();
    }

    @Test
    void severalSymbolsShareOneAccount() {
        var result =
                new Backtest(
                                settings(CANDLES),
                                StrategyPlan.live(),
                                List.of(
                                        market(Walk.of(BTC, Interval.M5, 7, CANDLES)),
                                        market(Walk.of(ETH, Interval.M5, 8, CANDLES))),
                                accounts(BTC, ETH))
                        .run(each -> {});

        assertThat(account(result).trades()).extracting(BacktestTrade::symbol).contains(BTC, ETH);
        assertThat(result.markets()).extracting(MarketSummary::symbol).containsExactly(BTC, ETH);
    }

    @Test
    void anAccountWhoseSymbolHasNoCandlesIsTold() {
        assertThatThrownBy(() ->
                        new Backtest(
                                settings(100),
                                StrategyPlan.live(),
                                markets(Walk.of(BTC, Interval.M5, 1, 100)),
                                accounts(ETH)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "account main trades ETH/USDT, but there are candles of [BTC/USDT] only");
    }

    private static CandlesInMemory fives(CandlesInMemory minutes) {
        var coarse = new CandleBlock(5_000);
        var block = new CandleBlock(5);
        try (var reader = minutes.read(Instant.MIN, Instant.MAX)) {
            while (reader.read(block)) {
                long high = 0;
                long low = Long.MAX_VALUE;
                long volume = 0;
                long quote = 0;
                long trades = 0;
                for (int i = 0; i < 5; i++) {
                    high = Math.max(high, block.high(i));
                    low = Math.min(low, block.low(i));
                    volume += block.volume(i);
                    quote += block.quoteVolume(i);
                    trades += block.trades(i);
                }
                coarse.add(
                        block.openTime(0),
                        block.open(0),
                        high,
                        low,
                        block.close(4),
                        volume,
                        quote,
                        trades);
            }
        }
        return new CandlesInMemory(BTC, Interval.M5, 2, 5, coarse);
    }

    private static BacktestResult run(int candles, long seed) {
        return new Backtest(
                        settings(candles),
                        StrategyPlan.live(),
                        markets(Walk.of(BTC, Interval.M5, seed, candles)),
                        accounts(BTC))
                .run(each -> {});
    }

    private static AccountResult account(BacktestResult result) {
        return result.accounts().getFirst();
    }

    private static BacktestSettings settings(int candles) {
        return new BacktestSettings(
                candles > 2_000 ? FROM : Walk.START,
                Walk.START.plusSeconds(candles * 300L),
                FillSettings.honest(),
                CurveStep.CANDLE);
    }

    private static List<MarketPlan> markets(CandlesInMemory candles) {
        return List.of(market(candles));
    }

    private static MarketPlan market(CandlesInMemory candles) {
        return new MarketPlan(Walk.instrument(candles.symbol()), candles);
    }

    private static List<AccountPlan> accounts(Symbol... symbols) {
        return List.of(
                new AccountPlan(
                        new AccountId("main"),
                        config(TradingMode.BALANCED, symbols),
                        Money.of("10000")));
    }

    private static TradingConfig config(TradingMode mode, Symbol... symbols) {
        var defaults = TradingConfig.defaults();
        return new TradingConfig(
                true,
                mode,
                false,
                Interval.M5,
                List.of(symbols),
                defaults.risk(),
                defaults.notifications());
    }
}
