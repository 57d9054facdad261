package pro.cryptotrader.backtester.research;

import java.time.Instant;
import java.util.SplittableRandom;
import pro.cryptotrader.backtester.data.CandleBlock;
import pro.cryptotrader.backtester.data.CandleSource;
import pro.cryptotrader.backtester.data.CandlesInMemory;
import pro.cryptotrader.backtester.statistics.BlockBootstrap;

/**
 * A history that might have been: blocks of real candles, as moves from the close before them, put
 * one behind the other from the first close on. The same seed picks the same blocks for every
 * source of the same length, so that symbols keep moving together.
 */
final class BootstrappedCandles {
    /** The least a price may be, in units of its last decimal. */
    private static final long LEAST = 1;

    private BootstrappedCandles() {}

    static CandleSource of(CandleSource source, BlockBootstrap blocks, long seed) {
        var real = load(source);
        var made = new CandleBlock(Math.max(1, real.size()));
        if (real.size() > 0) {
            var positions = blocks.positions(new SplittableRandom(seed), real.size());
            double close = real.open(0);
            for (int i = 0; i < positions.length; i++) {
                close = add(made, real, real.openTime(i), positions[i], close);
            }
        }
        return new CandlesInMemory(
                source.symbol(),
                source.interval(),
                source.priceDecimals(),
                source.volumeDecimals(),
                made);
    }

    private static double add(
            CandleBlock made, CandleBlock real, long time, int from, double before) {
        double base = from == 0 ? real.open(0) : real.close(from - 1);
        double scale = before / base;
        double close = Math.max(LEAST, real.close(from) * scale);
        long open = price(real.open(from) * scale);
        long rounded = price(close);
        made.add(
                time,
                open,
                Math.max(price(real.high(from) * scale), Math.max(open, rounded)),
                Math.min(price(real.low(from) * scale), Math.min(open, rounded)),
                rounded,
                real.volume(from),
                real.quoteVolume(from),
                real.trades(from));
        return close;
    }

    private static long price(double value) {
        return Math.max(LEAST, Math.round(value));
    }

    private static CandleBlock load(CandleSource source) {
        var all = new CandleBlock(CandleBlock.USUAL_CAPACITY);
        var block = new CandleBlock(CandleBlock.USUAL_CAPACITY);
        try (var reader = source.read(Instant.EPOCH, Instant.MAX)) {
            while (reader.read(block)) {
                if (all.size() + block.size() > all.capacity()) {
                    var larger = new CandleBlock(2 * all.capacity() + block.size());
                    larger.addAll(all, 0, all.size());
                    all = larger;
                }
                all.addAll(block, 0, block.size());
            }
        }
        return all;
    }
}
