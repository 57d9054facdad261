package pro.cryptotrader.backtester.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import pro.cryptotrader.backtester.data.CandleBlock;
import pro.cryptotrader.backtester.data.CandleSource;
import pro.cryptotrader.backtester.data.CandlesInMemory;
import pro.cryptotrader.backtester.engine.AccountResult;
import pro.cryptotrader.backtester.engine.BacktestResult;
import pro.cryptotrader.backtester.engine.BacktestSettings;
import pro.cryptotrader.backtester.engine.BacktestTrade;
import pro.cryptotrader.backtester.engine.EquityCurve;
import pro.cryptotrader.backtester.engine.ExitReason;
import pro.cryptotrader.backtester.engine.MarketSummary;
import pro.cryptotrader.backtester.fill.FillSettings;
import pro.cryptotrader.contracts.config.TradingConfig;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Symbol;

/** A made-up run of one account on one symbol's random walk: every tenth hour a trade. */
final class SampleRun {
    static final Symbol BTC = Symbol.of("BTC/USDT");
    static final Instant START = Instant.parse("2023-11-01T00:00:00Z");

    private final CandleBlock candles;
    private final List<BacktestTrade> trades = new ArrayList<>();
    private final EquityCurve curve = new EquityCurve(16);
    private BigDecimal equity = new BigDecimal("10000");

    private SampleRun(int hours) {
        candles = new CandleBlock(hours);
        var random = new Random(1);
        long price = 3_000_000;
        for (int hour = 0; hour < hours; hour++) {
            long close = price + Math.round(random.nextGaussian() * 15_000);
            candles.add(
                    START.plus(Duration.ofHours(hour)).toEpochMilli(),
                    price,
                    Math.max(price, close) + random.nextInt(5_000),
                    Math.min(price, close) - random.nextInt(5_000),
                    close,
                    1_000,
                    30_000_000,
                    10);
            price = close;
        }
    }

    static List<CandleSource> candles(int hours) {
        return List.of(new SampleRun(hours).source());
    }

    private CandleSource source() {
        return new CandlesInMemory(BTC, Interval.H1, 2, 2, candles);
    }

    static BacktestResult of(int hours) {
        return new SampleRun(hours).run(hours);
    }

    private BacktestResult run(int hours) {
        for (int hour = 0; hour < hours; hour++) {
            if (hour % 10 == 6) {
                trade(hour - 5, hour);
            }
            curve.add(
                    START.plus(Duration.ofHours(hour + 1)).toEpochMilli(),
                    equity.movePointRight(8).longValueExact(),
                    hour % 10 < 6 ? equity.movePointRight(7).longValue() : 0);
        }
        var end = START.plus(Duration.ofHours(hours));
        var account =
                new AccountResult(
                        new AccountId("main"),
                        TradingConfig.defaults(),
                        new Asset("USDT"),
                        Money.of("10000"),
                        new Money(equity),
                        Money.ZERO,
                        Money.of("12.5"),
                        Money.of("3.25"),
                        Money.of("123456.78"),
                        trades,
                        curve,
                        trades.size(),
                        new TreeMap<>(Map.of("POSITION_EXISTS", 17L, "LOW_CONFIDENCE", 4L)));
        var market =
                new MarketSummary(
                        BTC,
                        Interval.H1,
                        hours,
                        0,
                        START,
                        end,
                        price(candles.open(0)),
                        price(last()));
        return new BacktestResult(
                new BacktestSettings(
                        START, end, FillSettings.honest(), BacktestSettings.CurveStep.CANDLE),
                "rules <&> \"friends\"",
                List.of(market),
                List.of(account),
                hours,
                2L * trades.size(),
                3L * trades.size(),
                "0123456789abcdef".repeat(4));
    }

    private long last() {
        return candles.close(candles.size() - 1);
    }

    private static Price price(long scaled) {
        return new Price(BigDecimal.valueOf(scaled, 2));
    }

    private void trade(int entered, int left) {
        var entry = price(candles.open(entered));
        var exit = price(candles.close(left));
        var quantity = Quantity.of("0.05");
        var fees = Money.of("0.25");
        var result = exit.times(quantity).minus(entry.times(quantity)).minus(fees);
        equity = equity.add(result.value());
        trades.add(
                new BacktestTrade(
                        new AccountId("main"),
                        BTC,
                        trades.size() + 1L,
                        new UUID(0, entered),
                        "trend",
                        START.plus(Duration.ofHours(entered)),
                        START.plus(Duration.ofHours(left + 1L)),
                        entry,
                        exit,
                        quantity,
                        entry.times(quantity),
                        fees,
                        Money.of("0.05"),
                        result,
                        result.isPositive() ? ExitReason.TAKE_PROFIT : ExitReason.SIGNAL,
                        entry.plusPercent(new BigDecimal("-1")),
                        entry.plusPercent(new BigDecimal("2"))));
    }
}
