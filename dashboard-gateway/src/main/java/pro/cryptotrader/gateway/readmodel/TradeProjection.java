package pro.cryptotrader.gateway.readmodel;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.ExitRequested;
import pro.cryptotrader.contracts.event.FillEvent.Fill;
import pro.cryptotrader.contracts.event.OrderEvent;
import pro.cryptotrader.contracts.event.OrderEvent.OrderAccepted;
import pro.cryptotrader.contracts.event.OrderEvent.OrderClosed;
import pro.cryptotrader.contracts.event.OrderEvent.OrderIntended;
import pro.cryptotrader.contracts.event.OrderEvent.OrderNotSent;
import pro.cryptotrader.contracts.event.OrderEvent.OrderOutcomeUnknown;
import pro.cryptotrader.contracts.event.OrderEvent.OrderRejected;
import pro.cryptotrader.contracts.event.RiskVerdict;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.gateway.live.Push;

/** Keeps verdicts, exits, orders and fills; runs in its caller's transaction. */
@ApplicationScoped
public class TradeProjection {
    private final Verdicts verdicts;
    private final Exits exits;
    private final Orders orders;
    private final OrderEvents orderEvents;
    private final Fills fills;
    private final Json json;

    TradeProjection(
            Verdicts verdicts,
            Exits exits,
            Orders orders,
            OrderEvents orderEvents,
            Fills fills,
            Json json) {
        this.verdicts = verdicts;
        this.exits = exits;
        this.orders = orders;
        this.orderEvents = orderEvents;
        this.fills = fills;
        this.json = json;
    }

    public List<Push> verdict(Envelope<Event> event, RiskVerdict verdict) {
        var row = new VerdictRow();
        row.id = event.id();
        row.accountId = verdict.account().toString();
        row.signalId = verdict.signalId();
        row.symbol = verdict.symbol().toString();
        row.approved = verdict instanceof RiskVerdict.Approved;
        row.at = event.time();
        row.data = json.write(verdict);
        verdicts.persist(row);
        return List.of(
                new Push("verdict", verdict.account(), json.write(row.document(row.type()))));
    }

    public List<Push> exit(Envelope<Event> event, ExitRequested exit) {
        var row = new ExitRow();
        row.id = event.id();
        row.accountId = exit.account().toString();
        row.symbol = exit.symbol().toString();
        row.positionId = exit.positionId();
        row.at = event.time();
        row.data = json.write(exit);
        exits.persist(row);
        return List.of(new Push("exit", exit.account(), json.write(row.document("exit"))));
    }

    public List<Push> order(Envelope<Event> event, OrderEvent said) {
        var step = new OrderEventRow();
        step.id = event.id();
        step.orderId = said.orderId().value();
        step.accountId = said.account().toString();
        step.type = said.getClass().getSimpleName();
        step.at = said.at();
        step.data = json.write(said);
        orderEvents.persist(step);

        var row = findOrBegin(said);
        row.updatedAt = said.at();
        fold(row, said);
        orders.persist(row);
        return List.of(new Push("order", said.account(), json.write(OrderView.of(row))));
    }

    private OrderRow findOrBegin(OrderEvent said) {
        return orders.findByIdOptional(said.orderId().value())
                .orElseGet(() -> {
                    var fresh = new OrderRow();
                    fresh.orderId = said.orderId().value();
                    fresh.accountId = said.account().toString();
                    fresh.symbol = said.symbol().toString();
                    fresh.role = said.role().name();
                    fresh.executed = BigDecimal.ZERO;
                    fresh.quoteExecuted = BigDecimal.ZERO;
                    fresh.createdAt = said.at();
                    return fresh;
                });
    }

    private static void fold(OrderRow row, OrderEvent said) {
        switch (said) {
            case OrderIntended order -> {
                row.status = "INTENDED";
                row.permit = order.permit();
                row.side = order.side().name();
                row.quantity = order.quantity().value();
                row.limitPrice = value(order.limitPrice());
                row.stopPrice = value(order.stopPrice());
            }
            case OrderNotSent order -> {
                row.status = "NOT_SENT";
                row.permit = order.permit();
                row.reason = order.reason();
            }
            case OrderAccepted order -> {
                row.status = "ACCEPTED";
                row.venueOrderId = order.venueOrderId();
            }
            case OrderRejected order -> {
                row.status = "REJECTED";
                row.reason = "%d %s".formatted(order.code(), order.reason());
            }
            case OrderOutcomeUnknown order -> {
                row.status = "UNKNOWN";
                row.reason = order.reason();
            }
            case OrderClosed order -> {
                row.status = order.outcome().name();
                row.executed = order.executed().value();
                row.quoteExecuted = order.quoteExecuted().value();
            }
        }
    }

    private static @Nullable BigDecimal value(@Nullable Price price) {
        return price == null ? null : price.value();
    }

    public List<Push> fill(Envelope<Event> event, Fill fill) {
        var row = new FillRow();
        row.id = event.id();
        row.accountId = fill.account().toString();
        row.orderId = fill.orderId().value();
        row.permit = fill.permit();
        row.symbol = fill.symbol().toString();
        row.role = fill.role().name();
        row.side = fill.side().name();
        row.price = fill.price().value();
        row.quantity = fill.quantity().value();
        row.commission = fill.commission();
        row.commissionAsset = fill.commissionAsset().code();
        row.tradeId = fill.tradeId();
        row.at = fill.at();
        row.data = json.write(fill);
        fills.persist(row);
        return List.of(new Push("fill", fill.account(), json.write(row.document("fill"))));
    }
}
