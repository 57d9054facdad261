package pro.cryptotrader.backtester.report;

import java.time.Instant;
import java.util.Arrays;
import pro.cryptotrader.backtester.data.CandleBlock;
import pro.cryptotrader.backtester.data.CandleSource;
import pro.cryptotrader.backtester.statistics.RandomEntries;

/** The prices of a stretch of candles in memory, 16 bytes each: enough digits for statistics. */
final class LoadedBars implements RandomEntries.Bars {
    private static final int STRIDE = 32;

    private final long intervalMillis;
    private float[] prices = new float[4 * 1_024];
    private int size;

    /** Of every {@value #STRIDE} bars in a row, so that what reaches nothing is passed at once. */
    private float[] lowest = new float[0];

    private float[] highest = new float[0];

    private LoadedBars(long intervalMillis) {
        this.intervalMillis = intervalMillis;
    }

    static LoadedBars of(CandleSource source, Instant from, Instant to) {
        var bars = new LoadedBars(source.interval().duration().toMillis());
        double unit = Math.pow(10, source.priceDecimals());
        var block = new CandleBlock(CandleBlock.USUAL_CAPACITY);
        try (var reader = source.read(from, to)) {
            while (reader.read(block)) {
                bars.add(block, unit);
            }
        }
        bars.summarise();
        return bars;
    }

    private void summarise() {
        lowest = new float[size / STRIDE];
        highest = new float[size / STRIDE];
        for (int i = 0; i < lowest.length; i++) {
            float low = Float.POSITIVE_INFINITY;
            float high = Float.NEGATIVE_INFINITY;
            for (int bar = i * STRIDE; bar < (i + 1) * STRIDE; bar++) {
                high = Math.max(high, prices[4 * bar + 1]);
                low = Math.min(low, prices[4 * bar + 2]);
            }
            lowest[i] = low;
            highest[i] = high;
        }
    }

    @Override
    public int leaving(int from, int last, double stop, double target) {
        int bar = from;
        while (bar <= last) {
            int stride = bar / STRIDE;
            boolean whole = bar % STRIDE == 0 && bar + STRIDE - 1 <= last;
            if (whole && lowest[stride] > stop && highest[stride] < target) {
                bar += STRIDE;
            } else if (low(bar) > stop && high(bar) < target) {
                bar++;
            } else {
                return bar;
            }
        }
        return last + 1;
    }

    private void add(CandleBlock block, double unit) {
        if (prices.length < 4 * (size + block.size())) {
            prices = Arrays.copyOf(prices, 2 * prices.length + 4 * block.size());
        }
        for (int i = 0; i < block.size(); i++, size++) {
            prices[4 * size] = (float) (block.open(i) / unit);
            prices[4 * size + 1] = (float) (block.high(i) / unit);
            prices[4 * size + 2] = (float) (block.low(i) / unit);
            prices[4 * size + 3] = (float) (block.close(i) / unit);
        }
    }

    long intervalMillis() {
        return intervalMillis;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public double open(int index) {
        return prices[4 * index];
    }

    @Override
    public double high(int index) {
        return prices[4 * index + 1];
    }

    @Override
    public double low(int index) {
        return prices[4 * index + 2];
    }

    @Override
    public double close(int index) {
        return prices[4 * index + 3];
    }
}
