package pro.cryptotrader.core.execution;

import java.util.Map;
import pro.cryptotrader.contracts.event.OrderEvent.OrderClosed;
import pro.cryptotrader.contracts.event.TradingLog;

/** Tells that an order is over. */
final class Ending {
    private Ending() {}

    /** Said once all its executions are known, and again should a late one change the sum. */
    static void tell(Draft draft, OrderState order, VenueReport report) {
        var outcome =
                switch (order.status()) {
                    case FILLED -> OrderClosed.Outcome.FILLED;
                    case CANCELED -> OrderClosed.Outcome.CANCELED;
                    case EXPIRED -> OrderClosed.Outcome.EXPIRED;
                    default -> null;
                };
        if (outcome == null
                || order.isMissingExecutions()
                || order.filled().equals(order.closedTold())) {
            return;
        }
        draft.put(order.toldClosed());
        draft.say(
                new OrderClosed(
                        draft.trade().account(),
                        order.id(),
                        draft.trade().symbol(),
                        order.intent().role(),
                        outcome,
                        order.filled(),
                        order.filledQuote(),
                        report.evidence(),
                        report.at()));
        tellPerson(draft, order);
    }

    private static void tellPerson(Draft draft, OrderState order) {
        if (order.filled().isZero()) {
            return;
        }
        var what =
                switch (order.intent().role()) {
                    case ENTRY -> "Bought";
                    case STOP_LOSS -> "The stop-loss sold";
                    case TAKE_PROFIT -> "The take-profit sold";
                    case EXIT, FOREIGN -> "Sold";
                };
        draft.log(
                TradingLog.Level.INFO,
                "%s %s %s for %s %s"
                        .formatted(
                                what,
                                order.filled(),
                                draft.trade().symbol().base(),
                                order.filledQuote(),
                                draft.trade().symbol().quote()),
                Map.of(
                        "symbol",
                        draft.trade().symbol().toString(),
                        "orderId",
                        order.id().toString()));
    }
}
