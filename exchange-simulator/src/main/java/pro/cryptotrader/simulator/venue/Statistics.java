package pro.cryptotrader.simulator.venue;

import pro.cryptotrader.simulator.matching.Amounts;

/**
 * What was traded of a symbol in a stretch of market time; amounts in 1e-8, times in milliseconds.
 *
 * @param before the last price before the stretch
 * @param lastQuantity of the last trade
 * @param firstId -1 if there was no trade
 */
public record Statistics(
        String symbol,
        long openTime,
        long closeTime,
        long before,
        long open,
        long high,
        long low,
        long close,
        long lastQuantity,
        long volume,
        long quoteVolume,
        long firstId,
        long lastId,
        long trades) {

    /** Volume-weighted, the last price if nothing was traded. */
    public long average() {
        return volume == 0 ? close : Amounts.divide(quoteVolume, volume);
    }

    /** Close less open. */
    public long change() {
        return close - open;
    }

    /** The change in percent, with three decimals. */
    public String changePercent() {
        return "%.3f".formatted(open == 0 ? 0 : 100.0 * change() / open);
    }
}
