package pro.cryptotrader.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GeneratedTapeTest {
    private static final List<Listing> LISTINGS =
            List.of(Listing.of("BTCUSDT"), Listing.of("XRPUSDT"));
    private static final long START = 1_735_689_600_000L;

    @Test
    void theSameSeedMakesTheSameMarketAndAnotherSeedAnother() {
        assertThat(minutes(7, 50)).isEqualTo(minutes(7, 50));
        assertThat(minutes(7, 50)).isNotEqualTo(minutes(8, 50));
    }

    @Test
    void aMarketGoesOnAfterItsPositionAsIfItHadNeverStopped() {
        var whole = new GeneratedTape(7, LISTINGS, START);
        for (var i = 0; i < 30; i++) {
            whole.next();
        }
        var resumed = new GeneratedTape(7, LISTINGS, START);
        resumed.resume(START + 30 * Interval.MINUTE, whole.position());

        for (var i = 0; i < 30; i++) {
            assertThat(resumed.next()).isEqualTo(whole.next());
        }
    }

    @Test
    void aMonthLooksLikeAMarket() {
        var tape = new GeneratedTape(42, LISTINGS, START);
        var closes = new ArrayList<Map<String, Candle>>();
        for (var i = 0; i < 30 * 1440; i++) {
            closes.add(tape.nextCandles());
        }
        for (var listing : LISTINGS) {
            var symbol = listing.instrument().symbol();
            var candles = closes.stream().map(minute -> minute.get(symbol)).toList();
            assertThat(candles)
                    .allSatisfy(candle -> {
                        assertThat(candle.high())
                                .isGreaterThanOrEqualTo(Math.max(candle.open(), candle.close()));
                        assertThat(candle.low())
                                .isLessThanOrEqualTo(Math.min(candle.open(), candle.close()));
                        assertThat(candle.low() % listing.instrument().tick()).isZero();
                        assertThat(candle.volume()).isPositive();
                    });
            for (var i = 1; i < candles.size(); i++) {
                assertThat(candles.get(i).open()).isEqualTo(candles.get(i - 1).close());
            }
            assertThat(dailyVolatility(candles)).isBetween(0.01, 0.10);
            // Large moves follow large moves: what a series of independent returns does not do.
            assertThat(correlation(absoluteReturns(candles), 1)).isGreaterThan(0.1);
        }
        var bitcoin = absoluteFree(closes, "BTCUSDT");
        var ripple = absoluteFree(closes, "XRPUSDT");
        assertThat(correlation(bitcoin, ripple)).isBetween(0.4, 0.98);
    }

    private static List<MarketTape.Minute> minutes(long seed, int count) {
        var tape = new GeneratedTape(seed, LISTINGS, START);
        var minutes = new ArrayList<MarketTape.Minute>();
        for (var i = 0; i < count; i++) {
            minutes.add(tape.next().orElseThrow());
        }
        return minutes;
    }

    private static double dailyVolatility(List<Candle> candles) {
        return Math.sqrt(
                returns(candles).stream().mapToDouble(r -> r * r).average().orElseThrow() * 1440);
    }

    private static List<Double> returns(List<Candle> candles) {
        return candles.stream()
                .map(candle -> Math.log((double) candle.close() / candle.open()))
                .toList();
    }

    private static List<Double> absoluteReturns(List<Candle> candles) {
        return returns(candles).stream().map(Math::abs).toList();
    }

    private static List<Double> absoluteFree(List<Map<String, Candle>> minutes, String symbol) {
        return returns(minutes.stream().map(minute -> minute.get(symbol)).toList());
    }

    private static double correlation(List<Double> series, int lag) {
        return correlation(
                series.subList(lag, series.size()), series.subList(0, series.size() - lag));
    }

    private static double correlation(List<Double> a, List<Double> b) {
        var meanA = a.stream().mapToDouble(x -> x).average().orElseThrow();
        var meanB = b.stream().mapToDouble(x -> x).average().orElseThrow();
        var covariance = 0.0;
        var varianceA = 0.0;
        var varianceB = 0.0;
        for (var i = 0; i < a.size(); i++) {
            covariance += (a.get(i) - meanA) * (b.get(i) - meanB);
            varianceA += Math.pow(a.get(i) - meanA, 2);
            varianceB += Math.pow(b.get(i) - meanB, 2);
        }
        return covariance / Math.sqrt(varianceA * varianceB);
    }
}
