package pro.cryptotrader.backtester.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import pro.cryptotrader.contracts.value.Money;

/**
 * What an account was worth, marked to market at the close of every sampled candle, in order of
 * time. Columns, because there may be millions of points: equity and what is invested of it are
 * exact multiples of {@code 10^-8} of the quote asset, anything smaller cut off.
 */
public final class EquityCurve {
    /** Decimals of {@link #scaledEquity}. */
    public static final int DECIMALS = 8;

    private static final double UNIT = 1e8;

    private long[] times;
    private long[] equity;
    private long[] invested;
    private int size;

    public EquityCurve(int expectedPoints) {
        int capacity = Math.max(16, expectedPoints);
        times = new long[capacity];
        equity = new long[capacity];
        invested = new long[capacity];
    }

    /**
     * Adds a point, or replaces the last one when it is of the same time.
     *
     * @param timeMillis market time
     * @param scaledEquity cash and holdings, 1e-8
     * @param scaledInvested the holdings' part of it, 1e-8
     */
    public void add(long timeMillis, long scaledEquity, long scaledInvested) {
        int index = size > 0 && times[size - 1] == timeMillis ? size - 1 : size;
        if (index == times.length) {
            grow();
        }
        times[index] = timeMillis;
        equity[index] = scaledEquity;
        invested[index] = scaledInvested;
        size = index + 1;
    }

    private void grow() {
        int capacity = times.length + (times.length >> 1);
        times = Arrays.copyOf(times, capacity);
        equity = Arrays.copyOf(equity, capacity);
        invested = Arrays.copyOf(invested, capacity);
    }

    public int size() {
        return size;
    }

    public Instant at(int index) {
        return Instant.ofEpochMilli(timeMillis(index));
    }

    public long timeMillis(int index) {
        return times[index];
    }

    /** Cash and holdings, 1e-8. */
    public long scaledEquity(int index) {
        return equity[index];
    }

    public Money equity(int index) {
        return new Money(BigDecimal.valueOf(equity[index], DECIMALS));
    }

    /** Cash and holdings for statistics. */
    public double equityValue(int index) {
        return equity[index] / UNIT;
    }

    /** The share of equity that is not cash, 0 to 1; 0 without equity. */
    public double exposure(int index) {
        return equity[index] <= 0 ? 0 : (double) invested[index] / equity[index];
    }
}
