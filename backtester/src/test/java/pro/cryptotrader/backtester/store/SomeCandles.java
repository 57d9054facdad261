package pro.cryptotrader.backtester.store;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Symbol;

/** Made-up minutes of a market, with the digits that real ones have. */
final class SomeCandles {
    static final Symbol BTC = Symbol.of("BTC/USDT");
    static final Instant START = Instant.parse("2023-01-01T00:00:00Z");

    private SomeCandles() {}

    /** A random walk around 30,000; one candle in a hundred is missing. */
    static List<Candle> of(int count, long seed) {
        var random = new Random(seed);
        var candles = new ArrayList<Candle>(count);
        var time = START;
        long price = 3_000_000;
        for (int i = 0; i < count; i++) {
            long close = price + Math.round(random.nextGaussian() * 1_500);
            long volume = 1 + Math.round(Math.exp(random.nextGaussian()) * 2_000_000);
            candles.add(
                    new Candle(
                            BTC,
                            Interval.M1,
                            time,
                            price(price),
                            price(Math.max(price, close) + random.nextInt(700)),
                            price(Math.min(price, close) - random.nextInt(700)),
                            price(close),
                            BigDecimal.valueOf(volume, 5),
                            BigDecimal.valueOf(volume * price, 7),
                            random.nextInt(3_000)));
            price = close + random.nextInt(3) - 1;
            time =
                    time.plus(
                            Duration.ofMinutes(
                                    random.nextInt(100) == 0 ? 1 + random.nextInt(9) : 1));
        }
        return candles;
    }

    private static Price price(long cents) {
        return new Price(BigDecimal.valueOf(cents, 2));
    }

    static Candle candle(Instant time, String price, String volume, String quoteVolume) {
        var only = Price.of(price);
        return new Candle(
                BTC,
                Interval.M1,
                time,
                only,
                only,
                only,
                only,
                new BigDecimal(volume),
                new BigDecimal(quoteVolume),
                1);
    }
}
