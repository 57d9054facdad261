package pro.cryptotrader.benchmarks;

import java.util.List;

/**
 * What a contestant made of the candles.
 *
 * @param equity at the last close
 * @param trades positions that were left, in order
 */
record Outcome(double equity, List<Deal> trades) {
    /**
     * One position.
     *
     * @param entryMillis when the candle opened at whose open price it was bought
     * @param exitMillis the same of its sale
     */
    record Deal(long entryMillis, double entry, long exitMillis, double exit) {}
}
