package pro.cryptotrader.backtester;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Random;
import pro.cryptotrader.backtester.data.CandleBlock;
import pro.cryptotrader.backtester.data.CandlesInMemory;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Symbol;

/** Seeded candles in cents; the same seed gives the same ones, and the first of them come first. */
public final class Walk {
    public static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    private Walk() {}

    public static CandlesInMemory of(Symbol symbol, Interval interval, long seed, int count) {
        var random = new Random(seed);
        var block = new CandleBlock(count);
        long cents = 2_600_000;
        double volatility = 0.0003 * Math.sqrt(interval.seconds() / 60.0);
        for (int i = 0; i < count; i++) {
            double calm = 1 + 0.8 * Math.sin(i / 300.0);
            long open = cents;
            long high = open;
            long low = open;
            for (int step = 0; step < 8; step++) {
                cents += Math.round(cents * volatility * calm * random.nextGaussian() / 2);
                high = Math.max(high, cents);
                low = Math.min(low, cents);
            }
            long volume = 1_000_000L + random.nextInt(5_000_000);
            block.add(
                    START.toEpochMilli() + i * interval.seconds() * 1_000,
                    open,
                    high,
                    low,
                    cents,
                    volume,
                    volume / 1_000 * (cents / 1_000),
                    1 + random.nextInt(500));
        }
        return new CandlesInMemory(symbol, interval, 2, 5, block);
    }

    public static Instrument instrument(Symbol symbol) {
        return new Instrument(
                symbol,
                new BigDecimal("0.01"),
                new BigDecimal("0.00001"),
                Quantity.of("0.00001"),
                Quantity.of("9000"),
                Money.of("5"),
                true);
    }
}
