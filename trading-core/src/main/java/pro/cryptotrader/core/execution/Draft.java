package pro.cryptotrader.core.execution;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
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
    final Terms terms;
    private final List<Event> events = new ArrayList<>();
    private final OrdersInHand orders;
    private Trade trade;

    Draft(Trade trade, Terms terms) {
        this.trade = trade;
        this.terms = terms;
        this.orders = new OrdersInHand(trade.orders());
    }

    Trade trade() {
        var changed = orders.takeChanged();
        if (changed != null) {
            trade = trade.withOrders(changed);
        }
        return trade;
    }

    List<Event> events() {
        return events;
    }

    /** Changes anything but the orders, which may be out of date in what {@code change} sees. */
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
        var by = "executor-service";
        if (terms.tellsOwner()) {
            say(new TradingLog(trade.account(), level, by, message, data, terms.now()));
        }
    }

    /** Writes down orders that are about to be sent. */
    void intend(List<OrderIntent> intents) {
        for (var intent : intents) {
            say(intent.event(trade.account(), trade.symbol(), terms.now()));
        }
        orders.add(intents);
    }

    void put(OrderState order) {
        orders.put(order);
    }

    @Nullable OrderState order(OrderId id) {
        return orders.find(id);
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
        var order = orders.find(report.orderId());
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
        var order = orders.find(id);
        if (order == null || order.tradeIds().contains(execution.tradeId())) {
            return;
        }
        var intent = order.intent();
        if (intent.side() == Side.SELL && orders.any(Draft::isUnsettledPurchase)) {
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

    private static boolean isUnsettledPurchase(OrderState order) {
        return order.intent().side() == Side.BUY && order.isUnsettled();
    }

    private void become(VenueReport report) {
        var order = orders.find(report.orderId());
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
        for (int i = 0; i < orders.size(); i++) {
            var leg = orders.get(i);
            var list = leg.intent().listId();
            if (leg.isOpen() && list != null && list.equals(ended.intent().listId())) {
                put(leg.doubted(true));
            }
        }
    }
}
