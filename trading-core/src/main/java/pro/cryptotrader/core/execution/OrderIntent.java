package pro.cryptotrader.core.execution;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.OrderEvent.OrderIntended;
import pro.cryptotrader.contracts.event.OrderRole;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * What an order is meant to do, written down before the venue hears of it.
 *
 * @param listId the client id of the order list it belongs to; null when it stands alone
 * @param quantity what we ask for; the venue computes the legs of an OPOCO itself
 */
public record OrderIntent(
        OrderId id,
        Permit permit,
        OrderRole role,
        Side side,
        @Nullable OrderId listId,
        Quantity quantity,
        @Nullable Price limitPrice,
        @Nullable Price stopPrice) {

    OrderIntended event(AccountId account, Symbol symbol, Instant at) {
        return new OrderIntended(
                account, id, permit.id(), symbol, role, side, quantity, limitPrice, stopPrice, at);
    }
}
