package pro.cryptotrader.core.execution;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.FillEvent.Fill;
import pro.cryptotrader.contracts.event.OrderEvent.OrderAccepted;
import pro.cryptotrader.contracts.event.OrderEvent.OrderNotSent;
import pro.cryptotrader.contracts.event.OrderEvent.OrderOutcomeUnknown;
import pro.cryptotrader.contracts.event.OrderEvent.OrderRejected;
import pro.cryptotrader.contracts.event.OrderRole;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Side;

/** A decision in the making: the trade so far and what has been said. Lives for one decision. */
final class Draft {
    /** Orders that are over and still remembered, so that a late report finds them. */
    private static final int REMEMBERED = 16;

    final Terms terms;
    private final List<Event> events = new ArrayList<>();
    private Trade trade;

    Draft(Trade trade, Terms terms) {
        this.trade = trade;
        this.terms = terms;
    }

    Trade trade() {
        return trade;
    }

    List<Event> events() {
        return events;
    }

    void change(UnaryOperator<Trade> change) {
        trade = change.apply(trade);
    }

    void say(Event event) {
        events.add(event);
    }

    /** Notes a command whose outcome is awaited from now on. */
    void send(Trade.InFlight.Kind kind, List<OrderId> orders) {
        trade = trade.withInFlight(new Trade.InFlight(kind, orders));
    }

    void log(TradingLog.Level level, String message, Map<String, String> data) {
        say(new TradingLog(trade.account(), level, "executor-service", message, data, terms.now()));
    }

    /** Writes down orders that are about to be sent. */
    void intend(List<OrderIntent> intents) {
        var orders = new ArrayList<>(trade.orders());
        for (var intent : intents) {
            orders.add(new OrderState(intent));
            say(intent.event(trade.account(), trade.symbol(), terms.now()));
        }
        var over = orders.stream().filter(Draft::isForgettable).toList();
        orders.removeAll(over.subList(0, Math.max(0, over.size() - REMEMBERED)));
        trade = trade.withOrders(orders);
    }

    private static boolean isForgettable(OrderState order) {
        return order.status().isEnd() && !order.isUnsettled();
    }

    void put(OrderState changed) {
        trade =
                trade.withOrders(
                        trade.orders().stream()
                                .map(order -> order.id().equals(changed.id()) ? changed : order)
                                .toList());
    }

    void reject(OrderState order, int code, String reason) {
        if (!order.status().mayBecome(OrderStatus.REJECTED)) {
            return;
        }
        put(order.with(OrderStatus.REJECTED).doubted(false));
        say(
                new OrderRejected(
                        trade.account(),
                        order.id(),
                        trade.symbol(),
                        order.intent().role(),
                        code,
                        reason,
                        terms.now()));
    }

    void notSent(OrderState order, String reason) {
        if (order.status().mayBecome(OrderStatus.NOT_SENT)) {
            put(order.with(OrderStatus.NOT_SENT));
            notSent(order.id(), order.intent().permit(), order.intent().role(), reason);
        }
    }

    void notSent(OrderId id, Permit permit, OrderRole role, String reason) {
        say(
                new OrderNotSent(
                        trade.account(),
                        id,
                        permit.id(),
                        trade.symbol(),
                        role,
                        reason,
                        terms.now()));
    }

    void unknown(OrderState order, String reason, java.time.Instant latestEntry) {
        if (!order.status().mayBecome(OrderStatus.UNKNOWN)) {
            return;
        }
        put(order.unknownUntil(latestEntry));
        say(
                new OrderOutcomeUnknown(
                        trade.account(),
                        order.id(),
                        trade.symbol(),
                        order.intent().role(),
                        reason,
                        terms.now()));
    }

    /** Believes a report: late, doubled and reordered ones change nothing that is known better. */
    void believe(VenueReport report) {
        var order = trade.order(report.orderId());
        if (order == null) {
            return;
        }
        if (report.status() == OrderStatus.REJECTED && order.status().isUnacknowledged()) {
            reject(order, -2010, report.evidence());
            return;
        }
        if (order.venueOrderId() == null) {
            say(
                    new OrderAccepted(
                            trade.account(),
                            order.id(),
                            trade.symbol(),
                            order.intent().role(),
                            report.venueOrderId(),
                            report.at()));
        }
        if (order.status() == OrderStatus.REJECTED || order.status() == OrderStatus.NOT_SENT) {
            log(
                    TradingLog.Level.ERROR,
                    "The venue has an order that it was believed not to have",
                    Map.of("orderId", order.id().toString(), "evidence", report.evidence()));
        }
        var seen = order.acknowledged(report.venueOrderId(), report.executed(), report.quantity());
        if (seen.status().isUnacknowledged()) {
            seen = seen.with(OrderStatus.OPEN);
        }
        put(seen);
        for (var execution : report.executions()) {
            fill(report.orderId(), report.venueOrderId(), execution);
        }
        become(report);
    }

    private void fill(OrderId id, String venueOrderId, Execution execution) {
        var order = trade.order(id);
        if (order == null || order.tradeIds().contains(execution.tradeId())) {
            return;
        }
        var intent = order.intent();
        if (intent.side() == Side.SELL && isBuyingUnsettled()) {
            // Nobody should hear of a sale before the purchase: it is asked for again later.
            return;
        }
        put(order.plus(execution));
        var buys = intent.side() == Side.BUY;
        var moved = buys ? execution.quantity().value() : execution.quantity().value().negate();
        var fee =
                execution.commissionAsset().equals(trade.symbol().base())
                        ? execution.commission()
                        : BigDecimal.ZERO;
        var held = trade.held().add(moved).subtract(fee);
        // Below zero: it was believed to be gone already, when the balance was heard of first.
        trade = trade.withHeld(buys ? held : held.max(BigDecimal.ZERO));
        var plan = trade.plan();
        if (buys && plan != null) {
            trade = trade.withPlan(plan.over(false));
        }
        say(
                new Fill(
                        trade.account(),
                        id,
                        intent.permit().id(),
                        trade.symbol(),
                        intent.role(),
                        intent.side(),
                        execution.price(),
                        execution.quantity(),
                        execution.commission(),
                        execution.commissionAsset(),
                        venueOrderId,
                        execution.tradeId(),
                        execution.maker(),
                        execution.at()));
    }

    private boolean isBuyingUnsettled() {
        return trade.orders().stream()
                .anyMatch(order -> order.intent().side() == Side.BUY && order.isUnsettled());
    }

    private void become(VenueReport report) {
        var order = trade.order(report.orderId());
        if (order == null) {
            return;
        }
        if (report.status() == OrderStatus.REJECTED) {
            reject(order, -2010, report.evidence());
            return;
        }
        var completed = order.filled().compareTo(order.asked()) == 0;
        var next =
                completed && order.status().isEnd() && order.status() != OrderStatus.FILLED
                        ? OrderStatus.FILLED
                        : report.status();
        if (order.status().mayBecome(next)) {
            order = order.with(next);
            put(order);
            if (order.status().isEnd()) {
                doubtLegs(order);
            }
        }
        Ending.tell(this, order, report);
    }

    /**
     * An entry that ended without its full quantity takes its legs with it; a leg that ends takes
     * the other. Until the venue has said so of each, we ask.
     */
    private void doubtLegs(OrderState ended) {
        if (ended.intent().role() == OrderRole.ENTRY && ended.status() == OrderStatus.FILLED) {
            return;
        }
        for (var leg : trade.orders()) {
            var list = leg.intent().listId();
            if (leg.isOpen() && list != null && list.equals(ended.intent().listId())) {
                put(leg.doubted(true));
            }
        }
    }
}
