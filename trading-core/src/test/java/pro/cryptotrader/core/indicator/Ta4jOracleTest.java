package pro.cryptotrader.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.CCIIndicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.adx.ADXIndicator;
import org.ta4j.core.indicators.adx.MinusDIIndicator;
import org.ta4j.core.indicators.adx.PlusDIIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.donchian.DonchianChannelLowerIndicator;
import org.ta4j.core.indicators.donchian.DonchianChannelUpperIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.indicators.volume.MoneyFlowIndexIndicator;
import org.ta4j.core.indicators.volume.VWAPIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.core.RandomWalk;
import pro.cryptotrader.core.RecordedCandles;

/**
 * Every indicator against ta4j's. The two seed recursive averages differently, so they are compared
 * once what the seeds weigh is below the tolerance: 1e-9 of the value's size.
 */
class Ta4jOracleTest {
    /** Below it a difference is measured absolutely: oscillators pass through zero. */
    private static final double SIZE = 100;

    @ParameterizedTest
    @MethodSource("pairs")
    void agreesWithTa4jOnARandomWalk(Pair pair) {
        compare(
                pair,
                RandomWalk.candles(42, Interval.M1, Instant.parse("2023-09-01T00:00:00Z"), 5_000));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void agreesWithTa4jOnRecordedCandles(Pair pair) {
        var recorded =
                RecordedCandles.read("BTCUSDT-1m-2023-09.csv.gz", RandomWalk.BTC, Interval.M1);
        compare(pair, recorded.subList(0, 10_000));
    }

    @Test
    void theComparisonNoticesAWrongLength() {
        var candles =
                RandomWalk.candles(42, Interval.M1, Instant.parse("2023-09-01T00:00:00Z"), 2_000);
        var ours = new Rsi(15);
        var theirs = new RSIIndicator(new ClosePriceIndicator(series(candles)), 14);
        double last = Double.NaN;
        for (var candle : candles) {
            last = ours.update(close(candle));
        }

        assertThat(last)
                .isNotCloseTo(theirs.getValue(candles.size() - 1).doubleValue(), within(1e-6));
    }

    private static void compare(Pair pair, List<Candle> candles) {
        var theirs = pair.theirs.apply(series(candles));
        var ours = pair.ours.get();
        for (int i = 0; i < candles.size(); i++) {
            double value = ours.applyAsDouble(candles.get(i));
            if (i >= pair.convergedAfter()) {
                double expected = theirs.getValue(i).doubleValue();
                assertThat(value)
                        .as("%s at candle %d", pair, i)
                        .isCloseTo(
                                expected,
                                within(pair.tolerance() * Math.max(SIZE, Math.abs(expected))));
            }
        }
    }

    private static BarSeries series(List<Candle> candles) {
        var series =
                new BaseBarSeriesBuilder().withNumFactory(DoubleNumFactory.getInstance()).build();
        for (var candle : candles) {
            series.barBuilder()
                    .timePeriod(candle.interval().duration())
                    .endTime(candle.closeTime())
                    .openPrice(candle.open().value())
                    .highPrice(candle.high().value())
                    .lowPrice(candle.low().value())
                    .closePrice(candle.close().value())
                    .volume(candle.volume())
                    .add();
        }
        return series;
    }

    private static double high(Candle candle) {
        return candle.high().value().doubleValue();
    }

    private static double low(Candle candle) {
        return candle.low().value().doubleValue();
    }

    private static double close(Candle candle) {
        return candle.close().value().doubleValue();
    }

    static Stream<Pair> pairs() {
        return Stream.of(
                new Pair(
                        "sma",
                        () -> {
                            var sma = new Sma(20);
                            return c -> sma.update(close(c));
                        },
                        s -> new SMAIndicator(new ClosePriceIndicator(s), 20)),
                new Pair(
                        "ema 12",
                        () -> {
                            var ema = Ema.of(12);
                            return c -> ema.update(close(c));
                        },
                        s -> new EMAIndicator(new ClosePriceIndicator(s), 12)),
                new Pair(
                        "ema 200",
                        () -> {
                            var ema = Ema.of(200);
                            return c -> ema.update(close(c));
                        },
                        s -> new EMAIndicator(new ClosePriceIndicator(s), 200)),
                new Pair(
                        "rsi",
                        () -> {
                            var rsi = new Rsi(14);
                            return c -> rsi.update(close(c));
                        },
                        s -> new RSIIndicator(new ClosePriceIndicator(s), 14)),
                new Pair(
                        "macd",
                        () -> {
                            var macd = Macd.usual();
                            return c -> {
                                macd.update(close(c));
                                return macd.macd();
                            };
                        },
                        s -> new MACDIndicator(new ClosePriceIndicator(s), 12, 26)),
                new Pair(
                        "macd signal",
                        () -> {
                            var macd = Macd.usual();
                            return c -> {
                                macd.update(close(c));
                                return macd.signal();
                            };
                        },
                        s ->
                                new EMAIndicator(
                                        new MACDIndicator(new ClosePriceIndicator(s), 12, 26), 9)),
                new Pair(
                        "bollinger deviation",
                        () -> {
                            var bands = BollingerBands.usual();
                            return c -> {
                                bands.update(close(c));
                                return (bands.upper() - bands.middle()) / 2;
                            };
                        },
                        s -> new StandardDeviationIndicator(new ClosePriceIndicator(s), 20)),
                new Pair(
                        "atr",
                        () -> {
                            var atr = new Atr(14);
                            return c -> atr.update(high(c), low(c), close(c));
                        },
                        s -> new ATRIndicator(s, 14)),
                new Pair(
                        "adx",
                        () -> {
                            var adx = new Adx(14);
                            return c -> {
                                adx.update(high(c), low(c), close(c));
                                return adx.adx();
                            };
                        },
                        s -> new ADXIndicator(s, 14)),
                new Pair(
                        "plus di",
                        () -> {
                            var adx = new Adx(14);
                            return c -> {
                                adx.update(high(c), low(c), close(c));
                                return adx.plusDi();
                            };
                        },
                        s -> new PlusDIIndicator(s, 14)),
                new Pair(
                        "minus di",
                        () -> {
                            var adx = new Adx(14);
                            return c -> {
                                adx.update(high(c), low(c), close(c));
                                return adx.minusDi();
                            };
                        },
                        s -> new MinusDIIndicator(s, 14)),
                new Pair(
                        "cci",
                        () -> {
                            var cci = new Cci(20);
                            return c -> {
                                cci.update(high(c), low(c), close(c));
                                return cci.value();
                            };
                        },
                        s -> new CCIIndicator(s, 20)),
                new Pair(
                        "vwap",
                        () -> {
                            var vwap = new RollingVwap(48);
                            return c ->
                                    vwap.update(
                                            high(c), low(c), close(c), c.volume().doubleValue());
                        },
                        s -> new VWAPIndicator(s, 48)),
                new Pair(
                        "donchian upper",
                        () -> {
                            var donchian = new Donchian(20);
                            return c -> {
                                donchian.update(high(c), low(c), close(c));
                                return donchian.upper();
                            };
                        },
                        s -> new DonchianChannelUpperIndicator(s, 20)),
                new Pair(
                        "donchian lower",
                        () -> {
                            var donchian = new Donchian(55);
                            return c -> {
                                donchian.update(high(c), low(c), close(c));
                                return donchian.lower();
                            };
                        },
                        s -> new DonchianChannelLowerIndicator(s, 55)),
                new Pair(
                        "mfi",
                        () -> {
                            var mfi = new Mfi(14);
                            return c ->
                                    mfi.update(high(c), low(c), close(c), c.volume().doubleValue());
                        },
                        s -> new MoneyFlowIndexIndicator(s, 14)));
    }

    /** Our indicator and ta4j's. */
    record Pair(
            String name,
            Supplier<ToDoubleFunction<Candle>> ours,
            Function<BarSeries, Indicator<Num>> theirs) {
        /** When what the two seeds weigh has fallen below the tolerance. */
        int convergedAfter() {
            return name.equals("ema 200") ? 3_000 : 1_000;
        }

        /** ta4j's running sums of money flow keep their rounding errors; ours do not. */
        double tolerance() {
            return name.equals("mfi") ? 1e-5 : 1e-9;
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
