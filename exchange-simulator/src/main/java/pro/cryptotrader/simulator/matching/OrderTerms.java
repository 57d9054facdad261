package pro.cryptotrader.simulator.matching;

import org.jspecify.annotations.Nullable;

/**
 * An order as its owner stated it; amounts in 1e-8, 0 where the type has none.
 *
 * @param trailingDelta in hundredths of a percent, 0 if the stop does not trail
 * @param icebergQuantity how much of it is shown at a time, 0 for all
 */
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
        int trailingDelta,
        long icebergQuantity,
        StpMode stpMode,
        @Nullable Strategy strategy) {
    private static final long WHOLE = 10_000;

    /** How its owner labels it; {@code null} where he gave none. */
    public record Strategy(@Nullable Long id, @Nullable Integer type) {}

    /** Binance's name of the self-trade prevention mode. */
    public String selfTradePrevention() {
        return stpMode.name();
    }

    /** Whether its stop follows the market. */
    public boolean trailing() {
        return trailingDelta > 0;
    }

    /** Whether only a part of it is shown. */
    public boolean iceberg() {
        return icebergQuantity > 0;
    }

    OrderTerms withQuantity(long changed) {
        return with(clientOrderId, changed);
    }

    OrderTerms with(String changedId, long changedQuantity) {
        return new OrderTerms(
                symbol,
                changedId,
                side,
                type,
                timeInForce,
                changedQuantity,
                quoteQuantity,
                price,
                stopPrice,
                trailingDelta,
                icebergQuantity,
                stpMode,
                strategy);
    }

    /**
     * The dearest price at which this order can be expected to trade, 0 for a market order.
     *
     * @param last what a trailing stop without a stop price starts from
     */
    long worstPrice(long last) {
        if (type.priced() || stopPrice > 0 || !trailing()) {
            return type.priced() ? price : stopPrice;
        }
        return side == Side.BUY ? Amounts.share(last, WHOLE + trailingDelta, WHOLE) : last;
    }

    /** Whether the stop lies above the market, so that a rise wakes the order. */
    boolean stopsAbove() {
        return (side == Side.BUY) == type.stop();
    }

    /** Whether the last trade at {@code last} meets the stop price. */
    boolean stopMetBy(long last) {
        return stopPrice > 0 && (stopsAbove() ? last >= stopPrice : last <= stopPrice);
    }

    /** Whether {@code last} is as far from the best price seen as the delta says. */
    boolean trailedBy(long last, long extreme) {
        return side == Side.SELL
                ? Amounts.compareProducts(last, WHOLE, extreme, WHOLE - trailingDelta) <= 0
                : Amounts.compareProducts(last, WHOLE, extreme, WHOLE + trailingDelta) >= 0;
    }
}
