package pro.cryptotrader.backtester.report;

import java.time.Instant;
import java.util.Arrays;
import pro.cryptotrader.backtester.data.CandleBlock;
import pro.cryptotrader.backtester.data.CandleSource;
import pro.cryptotrader.backtester.statistics.RandomEntries;

/** The prices of a stretch of candles in memory, 16 bytes each: enough digits for statistics. */
final class LoadedBars implements RandomEntries.Bars {
    private final long intervalMillis;
    private float[] prices = new float[4 * 1_024];
    private int size;

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
        return bars;
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
