package pro.cryptotrader.backtester.research;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import pro.cryptotrader.backtester.data.CandleBlock;
import pro.cryptotrader.backtester.data.CandlesInMemory;
import pro.cryptotrader.backtester.engine.AccountPlan;
import pro.cryptotrader.backtester.engine.BacktestSettings;
import pro.cryptotrader.backtester.engine.MarketPlan;
import pro.cryptotrader.backtester.engine.StrategyPlan;
import pro.cryptotrader.backtester.fill.FillSettings;
import pro.cryptotrader.contracts.config.TradingConfig;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Symbol;

/** The house's own strategy on a random walk: two weeks of five minutes after a warm-up. */
final class SomeExperiment {
    static final Symbol BTC = Symbol.of("BTC/USDT");
    static final int WARM_UP = 2_600;
    static final int CANDLES = 4_032;
    static final Instant FROM = Instant.parse("2024-01-10T00:00:00Z");
    static final Instant TO = FROM.plus(Duration.ofMinutes(5L * CANDLES));

    private SomeExperiment() {}

    static Experiment live() {
        return with(_ -> StrategyPlan.live());
    }

    static Experiment with(Function<List<MarketPlan>, StrategyPlan> strategy) {
        var base = TradingConfig.defaults();
        var config =
                new TradingConfig(
                        true,
                        base.mode(),
                        false,
                        Interval.M5,
                        List.of(BTC),
                        base.risk(),
                        base.notifications());
        return new Experiment(
                new BacktestSettings(
                        FROM, TO, FillSettings.honest(), BacktestSettings.CurveStep.HOUR),
                strategy,
                List.of(new MarketPlan(instrument(), candles())),
                new AccountPlan(new AccountId("main"), config, Money.of("10000")));
    }

    private static Instrument instrument() {
        return new Instrument(
                BTC,
                new BigDecimal("0.01"),
                new BigDecimal("0.00001"),
                Quantity.of("0.00001"),
                Quantity.of("9000"),
                Money.of("5"),
                true);
    }

    private static CandlesInMemory candles() {
        var random = new Random(20);
        var block = new CandleBlock(WARM_UP + CANDLES);
        long time = FROM.minus(Duration.ofMinutes(5L * WARM_UP)).toEpochMilli();
        long price = 4_000_000;
        for (int i = 0; i < block.capacity(); i++, time += 300_000) {
            long close = price + Math.round(random.nextGaussian() * 8_000);
            block.add(
                    time,
                    price,
                    Math.max(price, close) + random.nextInt(3_000),
                    Math.min(price, close) - random.nextInt(3_000),
                    close,
                    1_000_000 + random.nextInt(2_000_000),
                    400_000_000_000L,
                    500);
            price = close;
        }
        return new CandlesInMemory(BTC, Interval.M5, 2, 5, block);
    }
}
