package pro.cryptotrader.simulator.matching;

/** An order as its owner stated it; amounts in 1e-8, 0 where the type has none. */
public record OrderTerms(
        String symbol,
        String clientOrderId,
        Side side,
        OrderType type,
        TimeInForce timeInForce,
        long quantity,
        long quoteQuantity,
        long price,
        long stopPrice,
        String selfTradePrevention) {

    OrderTerms withQuantity(long changed) {
        return new OrderTerms(
                symbol,
                clientOrderId,
                side,
                type,
                timeInForce,
                changed,
                quoteQuantity,
                price,
                stopPrice,
                selfTradePrevention);
    }

    /** The dearest price at which this order can be expected to trade, 0 for a market order. */
    long worstPrice() {
        return type.priced() ? price : stopPrice;
    }

    /** Whether the last trade at {@code last} wakes this conditional order. */
    boolean triggeredBy(long last) {
        var above = (side == Side.BUY) == type.stop();
        return above ? last >= stopPrice : last <= stopPrice;
    }
}
