package pro.cryptotrader.core.execution;

import org.jspecify.annotations.Nullable;
import pro.cryptotrader.core.execution.TradeInput.Outcome;

/** What the venue answers when it is asked about orders. */
final class Answers {
    private static final int NOT_FOUND = -2013;

    private Answers() {}

    static void learn(Draft draft, Trade.InFlight flight, Outcome.Found found) {
        for (var id : flight.orders()) {
            var order = draft.trade().order(id);
            if (order != null) {
                draft.put(order.doubted(false));
            }
        }
        for (var report : found.reports()) {
            draft.believe(report);
            takeTheIntent(draft, report);
        }
        for (var id : found.absent()) {
            absent(draft, draft.trade().order(id), found);
        }
    }

    /** Asked, and not told how much an order asks for: our intent is the best word there is. */
    private static void takeTheIntent(Draft draft, VenueReport report) {
        var order = draft.order(report.orderId());
        if (order != null && order.isOpen() && order.quantity() == null) {
            draft.put(order.askingFor(order.intent().quantity()));
        }
    }

    /** "Does not exist" proves something only when it is said late and again. */
    private static void absent(Draft draft, @Nullable OrderState order, Outcome.Found found) {
        var latest = order == null ? null : order.latestEntry();
        if (order == null
                || latest == null
                || order.status() != OrderStatus.UNKNOWN
                || !found.askedAt().isAfter(latest.plus(TradeDecider.ENGINE_DELAY))) {
            return;
        }
        var absent = order.absentOnceMore();
        draft.put(absent);
        if (absent.absences() >= TradeDecider.ABSENCES_THAT_PROVE) {
            draft.reject(absent, NOT_FOUND, "Order does not exist.");
        }
    }
}
