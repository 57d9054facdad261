package pro.cryptotrader.backtester.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.FillEvent.Fill;
import pro.cryptotrader.contracts.event.OrderEvent;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.core.execution.Execution;
import pro.cryptotrader.core.execution.OrderStatus;
import pro.cryptotrader.core.execution.Trade;
import pro.cryptotrader.core.execution.TradeInput;
import pro.cryptotrader.core.execution.VenueReport;

/** What the venue may have said for the executor to tell what it told. */
final class LikelyInputs {
    private static final int MOST_AT_ONCE = 12;

    private LikelyInputs() {}

    /** What the venue may have said that was told next, the most at once first. */
    static List<TradeInput> of(List<Recorded> messages, int index, Trade trade) {
        var inputs = new ArrayList<TradeInput>();
        var flight = trade.inFlight();
        int most = Math.min(MOST_AT_ONCE, messages.size() - index);
        for (int count = most; count > 0; count--) {
            var reports = reports(messages.subList(index, index + count), trade);
            boolean whole = flight != null && isWhole(flight, reports, trade);
            if (flight != null && whole) {
                inputs.add(outcome(flight, and(reports, known(flight.orders(), trade))));
            }
            if (reports.size() == 1) {
                inputs.add(new TradeInput.Reported(reports.getFirst()));
            }
            if (flight != null && !whole && !reports.isEmpty()) {
                inputs.add(outcome(flight, reports));
            }
        }
        if (flight != null) {
            inputs.add(outcome(flight, known(flight.orders(), trade)));
        }
        switch (messages.get(index).envelope().data()) {
            case OrderEvent.OrderNotSent gone ->
                    inputs.add(new TradeInput.Outcome.Withheld(gone.reason()));
            case OrderEvent.OrderRejected gone ->
                    inputs.add(new TradeInput.Outcome.Refused(gone.code(), gone.reason()));
            case OrderEvent.OrderOutcomeUnknown unknown ->
                    inputs.add(new TradeInput.Outcome.Unsure(unknown.reason(), unknown.at()));
            default -> {}
        }
        inputs.add(new TradeInput.Check());
        return inputs;
    }

    /** Whether the venue has said something of every order that is in flight. */
    private static boolean isWhole(Trade.InFlight flight, List<VenueReport> reports, Trade trade) {
        for (var id : flight.orders()) {
            var order = trade.order(id);
            boolean isTold = reports.stream().anyMatch(report -> report.orderId().equals(id));
            if (!isTold && (order == null || order.venueOrderId() == null)) {
                return false;
            }
        }
        return !reports.isEmpty();
    }

    private static List<VenueReport> and(List<VenueReport> told, List<VenueReport> known) {
        var all = new ArrayList<>(told);
        for (var report : known) {
            if (told.stream().noneMatch(each -> each.orderId().equals(report.orderId()))) {
                all.add(report);
            }
        }
        return all;
    }

    private static TradeInput.Outcome outcome(Trade.InFlight flight, List<VenueReport> reports) {
        return flight.kind() == Trade.InFlight.Kind.LOOK_UP
                ? new TradeInput.Outcome.Found(reports, Set.of(), Instant.EPOCH)
                : new TradeInput.Outcome.Done(reports);
    }

    /**
     * The answer to a command of which everything has been told already, so that nobody said it
     * again; null when there is none.
     */
    static TradeInput.@Nullable Outcome silentAnswer(Trade trade) {
        var flight = trade.inFlight();
        if (flight == null) {
            return null;
        }
        if (flight.kind() == Trade.InFlight.Kind.ASK_BALANCE) {
            return new TradeInput.Outcome.Balance(trade.held());
        }
        for (var id : flight.orders()) {
            var order = trade.order(id);
            boolean ends =
                    flight.kind() == Trade.InFlight.Kind.CANCEL
                            || flight.kind() == Trade.InFlight.Kind.SELL;
            if (order == null
                    || order.venueOrderId() == null
                    || (ends && !order.status().isEnd())) {
                return null;
            }
        }
        return outcome(flight, known(flight.orders(), trade));
    }

    /** What the venue says again of orders whose news have been told already. */
    private static List<VenueReport> known(List<OrderId> orders, Trade trade) {
        var reports = new ArrayList<VenueReport>();
        for (var id : orders) {
            var order = trade.order(id);
            if (order != null && order.venueOrderId() != null) {
                reports.add(
                        new VenueReport(
                                id,
                                order.venueOrderId(),
                                order.status(),
                                order.executed(),
                                List.of(),
                                "reply",
                                Instant.EPOCH));
            }
        }
        return reports;
    }

    private static List<VenueReport> reports(List<Recorded> messages, Trade trade) {
        var byOrder = new LinkedHashMap<OrderId, List<Event>>();
        for (var message : messages) {
            switch (message.envelope().data()) {
                case OrderEvent.OrderAccepted accepted ->
                        put(byOrder, accepted.orderId(), accepted);
                case OrderEvent.OrderClosed closed -> put(byOrder, closed.orderId(), closed);
                case Fill fill -> put(byOrder, fill.orderId(), fill);
                default -> {}
            }
        }
        var reports = new ArrayList<VenueReport>();
        byOrder.forEach((id, events) -> reports.add(report(id, events, trade)));
        return Collections.unmodifiableList(reports);
    }

    private static void put(Map<OrderId, List<Event>> byOrder, OrderId order, Event event) {
        byOrder.computeIfAbsent(order, _ -> new ArrayList<>()).add(event);
    }

    private static VenueReport report(OrderId id, List<Event> events, Trade trade) {
        var order = trade.order(id);
        var status = OrderStatus.OPEN;
        var executed = order == null ? Quantity.ZERO : order.filled();
        var number = order == null || order.venueOrderId() == null ? "" : order.venueOrderId();
        var evidence = "told";
        var at = Instant.EPOCH;
        var executions = new ArrayList<Execution>();
        for (var event : events) {
            switch (event) {
                case OrderEvent.OrderAccepted accepted -> {
                    number = accepted.venueOrderId();
                    at = accepted.at();
                }
                case Fill fill -> {
                    number = fill.venueOrderId();
                    executed = executed.plus(fill.quantity());
                    executions.add(execution(fill));
                }
                case OrderEvent.OrderClosed closed -> {
                    status = OrderStatus.valueOf(closed.outcome().name());
                    executed = closed.executed();
                    evidence = closed.evidence();
                    at = closed.at();
                }
                default -> {}
            }
        }
        return new VenueReport(id, number, status, executed, executions, evidence, at);
    }

    private static Execution execution(Fill fill) {
        return new Execution(
                fill.tradeId(),
                fill.price(),
                fill.quantity(),
                fill.commission(),
                fill.commissionAsset(),
                fill.maker(),
                fill.at());
    }
}
