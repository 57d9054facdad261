package pro.cryptotrader.core.execution;

import java.time.Instant;
import java.util.List;
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
 */
public record VenueReport(
        OrderId orderId,
        String venueOrderId,
        OrderStatus status,
        Quantity executed,
        List<Execution> executions,
        String evidence,
        Instant at) {
    public VenueReport {
        executions = List.copyOf(executions);
    }
}
