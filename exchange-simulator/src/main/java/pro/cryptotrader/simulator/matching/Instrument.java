package pro.cryptotrader.simulator.matching;

/**
 * A symbol and its filters; amounts in 1e-8.
 *
 * @param marketMaxQuantity largest MARKET order
 * @param maxOrders open orders per account
 * @param maxAlgoOrders open conditional orders per account
 * @param spread bid to ask as a fraction of the price, 1e-8
 * @param touchNotional what the synthetic book typically offers at the touch, in quote
 */
public record Instrument(
        String symbol,
        String base,
        String quote,
        long tick,
        long step,
        long minPrice,
        long maxPrice,
        long minQuantity,
        long maxQuantity,
        long marketMaxQuantity,
        long minNotional,
        long maxNotional,
        int maxOrders,
        int maxAlgoOrders,
        long spread,
        long touchNotional) {

    /** Validates. */
    public Instrument {
        if (tick <= 0 || step <= 0) {
            throw new IllegalArgumentException(
                    symbol + " needs a positive tick and step, not " + tick + " and " + step);
        }
        if (Amounts.multiply(tick, step) == 0) {
            throw new IllegalArgumentException(
                    "%s: tick %s times step %s is below 1e-8, its notionals would not be exact"
                            .formatted(symbol, Amounts.text(tick), Amounts.text(step)));
        }
    }

    /** Bid to ask at {@code price}, at least a tick. */
    long spreadAt(long price) {
        return Math.max(tick, Amounts.floorTo(Amounts.multiply(price, spread), tick));
    }
}
