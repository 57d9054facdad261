package pro.cryptotrader.simulator.matching;

import org.jspecify.annotations.Nullable;

/**
 * An order as its owner stated it; amounts in 1e-8, 0 where the type has none.
 *
 * @param trailingDelta in hundredths of a percent, 0 if the stop does not trail
 * @param price that it has, or of a pegged order that waits for one the stated price
 * @param icebergQuantity how much of it is shown at a time, 0 for all
 * @param peg where its price comes from, {@code null} if its owner stated it
 * @param sor may be routed to other books of its base asset
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
        @Nullable Strategy strategy,
        @Nullable Peg peg,
        boolean sor) {
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
                strategy,
                peg,
                sor);
    }

    OrderTerms pegged(Peg changed, long changedPrice) {
        return new OrderTerms(
                symbol,
                clientOrderId,
                side,
                type,
                timeInForce,
                quantity,
                quoteQuantity,
                changedPrice,
                stopPrice,
                trailingDelta,
                icebergQuantity,
                stpMode,
                strategy,
                changed,
                sor);
    }

    /** The price its owner stated, 0 if none. */
    public long statedPrice() {
        return peg == null ? price : peg.stated();
    }

    /** Whether its price is still to come from the book. */
    public boolean awaitsPrice() {
        return peg != null && !peg.determined();
    }

    /** Whether it has a limit price that can be looked at. */
    boolean limited() {
        return type.priced() && !(awaitsPrice() && price == 0);
    }

    /**
     * The dearest price at which this order can be expected to trade, 0 for a market order.
     *
     * @param last what a trailing stop without a stop price starts from
     */
    long worstPrice(long last) {
        if (limited() || stopPrice > 0) {
            return limited() ? price : stopPrice;
        }
        if (!trailing()) {
            return awaitsPrice() ? last : 0;
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
