package pro.cryptotrader.contracts.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * The life of an order, told by executor-service. Topic {@code orders}. All times are the venue's.
 */
public sealed interface OrderEvent extends AccountEvent {
    OrderId orderId();

    Symbol symbol();

    OrderRole role();

    Instant at();

    /**
     * Written down before the venue hears of it.
     *
     * @param permit the event id of the verdict or exit request that allows it
     * @param limitPrice null for a market order
     * @param stopPrice null unless it waits for a trigger
     */
    record OrderIntended(
            AccountId account,
            OrderId orderId,
            UUID permit,
            Symbol symbol,
            OrderRole role,
            Side side,
            Quantity quantity,
            @Nullable Price limitPrice,
            @Nullable Price stopPrice,
            Instant at)
            implements OrderEvent {}

    /** Never sent, and never will be: the permit had lapsed, was void, or could not be met. */
    record OrderNotSent(
            AccountId account,
            OrderId orderId,
            UUID permit,
            Symbol symbol,
            OrderRole role,
            String reason,
            Instant at)
            implements OrderEvent {}

    /** The venue has it. */
    record OrderAccepted(
            AccountId account,
            OrderId orderId,
            Symbol symbol,
            OrderRole role,
            String venueOrderId,
            Instant at)
            implements OrderEvent {}

    /**
     * The venue refused it.
     *
     * @param code the venue's error code, such as -2010
     * @param reason the venue's words
     */
    record OrderRejected(
            AccountId account,
            OrderId orderId,
            Symbol symbol,
            OrderRole role,
            int code,
            String reason,
            Instant at)
            implements OrderEvent {}

    /** It was sent and nobody knows what became of it; it is being looked for. Never an end. */
    record OrderOutcomeUnknown(
            AccountId account,
            OrderId orderId,
            Symbol symbol,
            OrderRole role,
            String reason,
            Instant at)
            implements OrderEvent {}

    /**
     * Nothing more will happen to it.
     *
     * @param executed how much of it was filled, in all
     * @param quoteExecuted what that was worth, in all
     * @param evidence where the venue said so, such as {@code executionReport 1234} or {@code GET
     *     /api/v3/order}
     */
    record OrderClosed(
            AccountId account,
            OrderId orderId,
            Symbol symbol,
            OrderRole role,
            Outcome outcome,
            Quantity executed,
            Money quoteExecuted,
            String evidence,
            Instant at)
            implements OrderEvent {
        /** How it ended. */
        public enum Outcome {
            FILLED,
            CANCELED,
            EXPIRED
        }
    }
}
