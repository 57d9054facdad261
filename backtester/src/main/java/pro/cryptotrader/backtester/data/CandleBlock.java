package pro.cryptotrader.backtester.data;

/**
 * Some candles in a row, as columns. Filled by a {@link CandleReader}, read by index, reused. Times
 * are milliseconds since 1970; prices and volumes are scaled as their {@link CandleSource} says.
 */
public final class CandleBlock {
    /** Enough to make the cost of a call vanish, few enough for the nearest cache. */
    public static final int USUAL_CAPACITY = 1_024;

    final long[] openTimes;
    final long[] opens;
    final long[] highs;
    final long[] lows;
    final long[] closes;
    final long[] volumes;
    final long[] quoteVolumes;
    final long[] trades;
    private int size;

    public CandleBlock(int capacity) {
        openTimes = new long[capacity];
        opens = new long[capacity];
        highs = new long[capacity];
        lows = new long[capacity];
        closes = new long[capacity];
        volumes = new long[capacity];
        quoteVolumes = new long[capacity];
        trades = new long[capacity];
    }

    public int capacity() {
        return openTimes.length;
    }

    public int size() {
        return size;
    }

    public boolean isFull() {
        return size == openTimes.length;
    }

    public void clear() {
        size = 0;
    }

    /** Adds a candle at the end; the block must not be full. */
    public void add(
            long openTime,
            long open,
            long high,
            long low,
            long close,
            long volume,
            long quoteVolume,
            long tradeCount) {
        openTimes[size] = openTime;
        opens[size] = open;
        highs[size] = high;
        lows[size] = low;
        closes[size] = close;
        volumes[size] = volume;
        quoteVolumes[size] = quoteVolume;
        trades[size] = tradeCount;
        size++;
    }

    /** Takes {@code count} candles from columns of the same kind; there must be room for them. */
    public void addAll(CandleBlock from, int start, int count) {
        System.arraycopy(from.openTimes, start, openTimes, size, count);
        System.arraycopy(from.opens, start, opens, size, count);
        System.arraycopy(from.highs, start, highs, size, count);
        System.arraycopy(from.lows, start, lows, size, count);
        System.arraycopy(from.closes, start, closes, size, count);
        System.arraycopy(from.volumes, start, volumes, size, count);
        System.arraycopy(from.quoteVolumes, start, quoteVolumes, size, count);
        System.arraycopy(from.trades, start, trades, size, count);
        size += count;
    }

    public long openTime(int index) {
        return openTimes[index];
    }

    public long open(int index) {
        return opens[index];
    }

    public long high(int index) {
        return highs[index];
    }

    public long low(int index) {
        return lows[index];
    }

    public long close(int index) {
        return closes[index];
    }

    public long volume(int index) {
        return volumes[index];
    }

    public long quoteVolume(int index) {
        return quoteVolumes[index];
    }

    public long trades(int index) {
        return trades[index];
    }
}
