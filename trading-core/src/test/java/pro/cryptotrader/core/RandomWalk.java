package pro.cryptotrader.core;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * Candles of a seeded random walk with changing volatility, in cents: the same seed gives the same
 * candles.
 */
public final class RandomWalk {
    public static final Symbol BTC = Symbol.of("BTC/USDT");
    private static final int STEPS = 20;

    private final Random random;
    private final Interval interval;
    private Instant openTime;
    private long cents = 2_600_000;
    private double volatility = 0.0003;

    public RandomWalk(long seed, Interval interval, Instant start) {
        this.random = new Random(seed);
        this.interval = interval;
        this.openTime = interval.openTimeOf(start);
    }

    public static List<Candle> candles(long seed, Interval interval, Instant start, int count) {
        var walk = new RandomWalk(seed, interval, start);
        var candles = new ArrayList<Candle>(count);
        for (int i = 0; i < count; i++) {
            candles.add(walk.next());
        }
        return candles;
    }

    public Candle next() {
        volatility =
                Math.clamp(volatility * (1 + 0.1 * random.nextGaussian()), 0.0001, 0.002) * 0.99
                        + 0.0003 * 0.01;
        long open = cents;
        long high = cents;
        long low = cents;
        for (int i = 0; i < STEPS; i++) {
            cents = Math.max(1_000, cents + Math.round(cents * volatility * random.nextGaussian()));
            high = Math.max(high, cents);
            low = Math.min(low, cents);
        }
        var volume = BigDecimal.valueOf(1 + random.nextInt(5_000_000) + (high - low) * 100, 5);
        var quote =
                volume.multiply(BigDecimal.valueOf((high + low) / 2, 2))
                        .setScale(8, RoundingMode.HALF_EVEN);
        var candle =
                new Candle(
                        BTC,
                        interval,
                        openTime,
                        price(open),
                        price(high),
                        price(low),
                        price(cents),
                        volume,
                        quote,
                        1 + random.nextInt(2_000));
        openTime = candle.closeTime();
        return candle;
    }

    private static Price price(long cents) {
        return new Price(BigDecimal.valueOf(cents, 2));
    }
}
