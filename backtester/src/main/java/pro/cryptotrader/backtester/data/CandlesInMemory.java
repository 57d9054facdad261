package pro.cryptotrader.backtester.data;

import java.time.Instant;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Symbol;

/** Candles in memory; for tests, benchmarks and what is small. */
public final class CandlesInMemory implements CandleSource {
    private final Symbol symbol;
    private final Interval interval;
    private final int priceDecimals;
    private final int volumeDecimals;
    private final CandleBlock candles;

    /**
     * Takes over {@code candles}, which nobody changes from now on.
     *
     * @throws IllegalArgumentException when they are not in order of time
     */
    public CandlesInMemory(
            Symbol symbol,
            Interval interval,
            int priceDecimals,
            int volumeDecimals,
            CandleBlock candles) {
        for (int i = 1; i < candles.size(); i++) {
            if (candles.openTime(i) <= candles.openTime(i - 1)) {
                throw new IllegalArgumentException(
                        "%s %s: candle %d opens at %s, not after the one before it at %s"
                                .formatted(
                                        symbol,
                                        interval.code(),
                                        i,
                                        Instant.ofEpochMilli(candles.openTime(i)),
                                        Instant.ofEpochMilli(candles.openTime(i - 1))));
            }
        }
        this.symbol = symbol;
        this.interval = interval;
        this.priceDecimals = priceDecimals;
        this.volumeDecimals = volumeDecimals;
        this.candles = candles;
    }

    @Override
    public Symbol symbol() {
        return symbol;
    }

    @Override
    public Interval interval() {
        return interval;
    }

    @Override
    public int priceDecimals() {
        return priceDecimals;
    }

    @Override
    public int volumeDecimals() {
        return volumeDecimals;
    }

    @Override
    public Instant first() {
        return candles.size() == 0 ? Instant.MAX : Instant.ofEpochMilli(candles.openTime(0));
    }

    @Override
    public Instant last() {
        return candles.size() == 0
                ? Instant.MIN
                : Instant.ofEpochMilli(candles.openTime(candles.size() - 1));
    }

    @Override
    public CandleReader read(Instant from, Instant to) {
        return new Reader(indexOf(from), indexOf(to));
    }

    /** Index of the first candle at or after {@code time}. */
    private int indexOf(Instant time) {
        int low = 0;
        int high = candles.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Instant.ofEpochMilli(candles.openTime(middle)).isBefore(time)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private final class Reader implements CandleReader {
        private int next;
        private final int end;

        Reader(int start, int end) {
            this.next = start;
            this.end = end;
        }

        @Override
        public boolean read(CandleBlock block) {
            block.clear();
            int count = Math.min(block.capacity(), end - next);
            if (count <= 0) {
                return false;
            }
            block.addAll(candles, next, count);
            next += count;
            return true;
        }

        @Override
        public void close() {}
    }
}
