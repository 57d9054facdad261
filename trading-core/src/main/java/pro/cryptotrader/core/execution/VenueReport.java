package pro.cryptotrader.core.execution;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Quantity;

/**
 * What the venue says about one order, whichever way it said it: in a reply, in the user stream or
 * when asked. May come late, twice or out of order.
 *
 * @param status OPEN, FILLED, CANCELED, EXPIRED or REJECTED
 * @param executed cumulative
 * @param executions those that this report tells in full; may be fewer than were executed
 * @param evidence where it was said, for people
 * @param at the venue's time
 * @param quantity what the order asks for by now; null where that was not said
 */
public record VenueReport(
        OrderId orderId,
        String venueOrderId,
        OrderStatus status,
        Quantity executed,
        List<Execution> executions,
        String evidence,
        Instant at,
        @Nullable Quantity quantity) {
    public VenueReport {
        executions = List.copyOf(executions);
    }

    /** One that does not say what the order asks for. */
    public VenueReport(
            OrderId orderId,
            String venueOrderId,
            OrderStatus status,
            Quantity executed,
            List<Execution> executions,
            String evidence,
            Instant at) {
        this(orderId, venueOrderId, status, executed, executions, evidence, at, null);
    }
}
