package pro.cryptotrader.backtester.fill;

import java.math.BigDecimal;

/**
 * The candle that is happening, as the market walks it: from open over both extremes to close, the
 * low first in a rising candle, at a steady pace.
 */
public final class CandleInPlay {
    private long openTime;
    private long closeTime;
    private long open;
    private long high;
    private long low;
    private long close;
    private long volume;
    private final int volumeDecimals;

    public CandleInPlay(int volumeDecimals) {
        this.volumeDecimals = volumeDecimals;
    }

    /**
     * The next candle begins.
     *
     * @param start its open time in milliseconds
     * @param end when the next one opens
     */
    public void begin(long start, long end, long o, long h, long l, long c, long traded) {
        openTime = start;
        closeTime = end;
        open = o;
        high = h;
        low = l;
        close = c;
        volume = traded;
    }

    public long openTime() {
        return openTime;
    }

    public long closeTime() {
        return closeTime;
    }

    public long open() {
        return open;
    }

    public long high() {
        return high;
    }

    public long low() {
        return low;
    }

    public long close() {
        return close;
    }

    /** Whether nobody traded, so that nothing of ours can have either. */
    public boolean isQuiet() {
        return volume == 0;
    }

    /** Base asset traded, scaled. */
    public long scaledVolume() {
        return volume;
    }

    /** Base asset traded. */
    public BigDecimal volume() {
        return BigDecimal.valueOf(volume, volumeDecimals);
    }

    /** Where the market stands at {@code time}, within the candle. */
    public long at(long time) {
        if (time <= openTime) {
            return open;
        }
        boolean rises = close >= open;
        long first = rises ? low : high;
        long second = rises ? high : low;
        double one = Math.abs(first - open);
        double two = high - low;
        double three = Math.abs(close - second);
        double gone = (one + two + three) * (time - openTime) / Math.max(1, closeTime - openTime);
        if (gone < one) {
            return between(open, first, gone / one);
        }
        if (gone < one + two) {
            return between(first, second, (gone - one) / two);
        }
        return three == 0 ? close : between(second, close, Math.min(1, (gone - one - two) / three));
    }

    private static long between(long from, long to, double share) {
        return from + Math.round((to - from) * share);
    }
}
