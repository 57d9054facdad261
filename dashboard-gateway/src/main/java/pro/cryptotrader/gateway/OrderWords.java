package pro.cryptotrader.gateway;

import pro.cryptotrader.contracts.event.OrderEvent.OrderAccepted;
import pro.cryptotrader.contracts.event.OrderEvent.OrderClosed;
import pro.cryptotrader.contracts.event.OrderEvent.OrderIntended;
import pro.cryptotrader.contracts.event.OrderEvent.OrderNotSent;
import pro.cryptotrader.contracts.event.OrderEvent.OrderOutcomeUnknown;
import pro.cryptotrader.contracts.event.OrderEvent.OrderRejected;
import pro.cryptotrader.gateway.readmodel.Json;

/** Says a step of an order in words. */
final class OrderWords {
    private OrderWords() {}

    static String of(String type, String data, Json json) {
        return switch (type) {
            case "OrderIntended" -> intended(json.read(data, OrderIntended.class));
            case "OrderNotSent" ->
                    "Order not sent: " + json.read(data, OrderNotSent.class).reason();
            case "OrderAccepted" ->
                    "Venue accepted the order as number "
                            + json.read(data, OrderAccepted.class).venueOrderId();
            case "OrderRejected" -> rejected(json.read(data, OrderRejected.class));
            case "OrderOutcomeUnknown" ->
                    "Outcome unknown, being looked for: "
                            + json.read(data, OrderOutcomeUnknown.class).reason();
            case "OrderClosed" -> closed(json.read(data, OrderClosed.class));
            default -> type;
        };
    }

    private static String intended(OrderIntended order) {
        var limit = order.limitPrice();
        var stop = order.stopPrice();
        return "Order written down: %s %s %s %s%s%s"
                .formatted(
                        order.role(),
                        order.side(),
                        order.quantity(),
                        order.symbol(),
                        limit == null ? " at the market" : " limit " + limit,
                        stop == null ? "" : " stop " + stop);
    }

    private static String rejected(OrderRejected order) {
        return "Venue rejected the order: %d %s".formatted(order.code(), order.reason());
    }

    private static String closed(OrderClosed order) {
        return "Order %s: %s executed for %s (evidence: %s)"
                .formatted(
                        order.outcome(), order.executed(), order.quoteExecuted(), order.evidence());
    }
}
