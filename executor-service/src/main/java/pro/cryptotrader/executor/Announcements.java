package pro.cryptotrader.executor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.FillEvent.Fill;
import pro.cryptotrader.contracts.event.OrderEvent;
import pro.cryptotrader.contracts.value.DeterministicId;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.contracts.wire.EventType;
import pro.cryptotrader.core.execution.Permit;
import pro.cryptotrader.core.execution.Trade;
import pro.cryptotrader.core.execution.TradeInput;

/**
 * Puts what a decision says into envelopes. Whatever the venue reported last, the cause is the
 * permit of the order that it is about, so that every fill leads back to its verdict.
 */
final class Announcements {
    static final String SOURCE = "executor-service";

    private Announcements() {}

    /**
     * In the decision's order.
     *
     * @param sequence how much this trade has said before; makes the ids
     */
    static List<Envelope<Event>> of(
            List<Event> events, Trade trade, TradeInput input, long sequence, Instant now) {
        var envelopes = new ArrayList<Envelope<Event>>(events.size());
        for (var event : events) {
            var permit = permit(event, trade, input);
            var name =
                    "%s|%s|%s|%d"
                            .formatted(
                                    EventType.of(event).typeName(),
                                    trade.account(),
                                    trade.symbol(),
                                    sequence + envelopes.size());
            envelopes.add(
                    permit == null
                            ? Envelope.root(DeterministicId.root(name), SOURCE, now, event)
                            : new Envelope<>(
                                    DeterministicId.of(permit.id(), name),
                                    SOURCE,
                                    now,
                                    permit.id(),
                                    permit.correlation(),
                                    event));
        }
        return envelopes;
    }

    private static @Nullable Permit permit(Event event, Trade trade, TradeInput input) {
        var orderId =
                switch (event) {
                    case Fill fill -> fill.orderId();
                    case OrderEvent order -> order.orderId();
                    default -> null;
                };
        var ofOrder = orderId == null ? null : permit(trade, orderId);
        if (ofOrder != null) {
            return ofOrder;
        }
        return switch (input) {
            case TradeInput.Buy buy -> buy.permit();
            case TradeInput.Sell sell -> sell.permit();
            case TradeInput.Leave leave -> leave.permit();
            default -> trade.plan() == null ? null : trade.plan().permit();
        };
    }

    private static @Nullable Permit permit(Trade trade, OrderId id) {
        var order = trade.order(id);
        return order == null ? null : order.intent().permit();
    }
}
