package pro.cryptotrader.backtester.fill;

import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Quantity;

/**
 * A stop-loss and a take-profit that wait at the venue, of which one will do.
 *
 * @param quantity what is still to be sold
 * @param sold what the take-profit has sold so far
 * @param stop the stop-loss, scaled; {@link #GONE} once the take-profit has begun to fill
 * @param target the take-profit, scaled
 */
record RestingPair(
        AccountId account,
        OrderId list,
        OrderId stopLoss,
        OrderId takeProfit,
        Quantity quantity,
        Quantity sold,
        long stop,
        long target) {
    static final long GONE = Long.MIN_VALUE;

    boolean hasStop() {
        return stop != GONE;
    }

    RestingPair afterPartOfTarget(Quantity amount) {
        return new RestingPair(
                account,
                list,
                stopLoss,
                takeProfit,
                quantity.minus(amount),
                sold.plus(amount),
                GONE,
                target);
    }
}
