package pro.cryptotrader.benchmarks;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import pro.cryptotrader.backtester.data.CandleBlock;
import pro.cryptotrader.backtester.data.CandlesInMemory;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Symbol;

/** The same candles for everybody: a seeded random walk of one symbol that looks like bitcoin. */
final class Bars {
    static final Symbol SYMBOL = Symbol.of("BTC/USDT");
    static final int PRICE_DECIMALS = 2;
    static final int VOLUME_DECIMALS = 5;

    private static final double START = 30_000;

    /** Of one minute: 2.3 % a day. */
    private static final double DEVIATION = 0.0006;

    private static final long FIRST = 1_640_995_200_000L;

    private final CandleBlock candles;
    private final Interval interval;

    private Bars(CandleBlock candles, Interval interval) {
        this.candles = candles;
        this.interval = interval;
    }

    static Bars walk(int count, long seed, Interval interval) {
        var random = new SplittableRandom(seed);
        var block = new CandleBlock(count);
        double spread = DEVIATION * Math.sqrt(interval.seconds() / 60.0);
        double price = START;
        for (int i = 0; i < count; i++) {
            double open = price * (1 + 0.1 * spread * random.nextGaussian());
            double high = open;
            double low = open;
            double close = open;
            for (int step = 0; step < 4; step++) {
                close *= 1 + spread / 2 * random.nextGaussian();
                high = Math.max(high, close);
                low = Math.min(low, close);
            }
            // Draws it back a little, so that five years later it is still bitcoin.
            close *= 1 - 0.000002 * Math.log(close / START);
            price = close;
            long o = cents(open);
            long c = cents(close);
            long volume = 100_000 + (long) (5_000_000 * -Math.log(1 - random.nextDouble()));
            block.add(
                    FIRST + i * interval.seconds() * 1_000,
                    o,
                    Math.max(cents(high), Math.max(o, c)),
                    Math.min(cents(low), Math.min(o, c)),
                    c,
                    volume,
                    volume / 100 * (c / 100),
                    volume / 5_000);
        }
        return new Bars(block, interval);
    }

    private static long cents(double price) {
        return Math.round(price * 100);
    }

    int size() {
        return candles.size();
    }

    Interval interval() {
        return interval;
    }

    CandleBlock columns() {
        return candles;
    }

    CandlesInMemory source() {
        return new CandlesInMemory(SYMBOL, interval, PRICE_DECIMALS, VOLUME_DECIMALS, candles);
    }

    /** The finest steps, so that rounding does not tell the contestants apart. */
    static Instrument fine() {
        return instrument("0.001", "0.0000000001");
    }

    /** The steps of a real venue. */
    static Instrument usual() {
        return instrument("0.01", "0.00001");
    }

    private static Instrument instrument(String tick, String step) {
        return new Instrument(
                SYMBOL,
                new BigDecimal(tick),
                new BigDecimal(step),
                Quantity.of(step),
                Quantity.of("9000"),
                Money.of("5"),
                true);
    }
}
