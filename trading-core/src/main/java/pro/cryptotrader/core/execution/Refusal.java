package pro.cryptotrader.core.execution;

import java.util.Map;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.core.execution.TradeInput.Outcome;

/** What a definite refusal of the venue means. */
final class Refusal {
    /** After so many refusals of its protection a position is sold instead. */
    private static final int PROTECTION_ATTEMPTS = 3;

    private Refusal() {}

    static void of(Draft draft, Trade.InFlight flight, Outcome.Refused refused) {
        for (var id : flight.orders()) {
            var order = draft.trade().order(id);
            if (order == null) {
                continue;
            }
            switch (flight.kind()) {
                case PLACE_ENTRY, PLACE_PROTECTION, SELL -> {
                    if (order.status().isUnacknowledged()) {
                        draft.reject(order, refused.code(), refused.reason());
                    }
                }
                // "Unknown order" may mean that it has filled: only a query knows.
                case CANCEL, LOOK_UP -> draft.put(order.doubted(true));
                case ASK_BALANCE -> {}
            }
        }
        draft.log(
                TradingLog.Level.WARNING,
                "The venue refused: " + refused.reason(),
                Map.of(
                        "symbol", draft.trade().symbol().toString(),
                        "code", Integer.toString(refused.code()),
                        "request", flight.kind().toString()));
        if (flight.kind() == Trade.InFlight.Kind.PLACE_ENTRY) {
            return;
        }
        if (flight.kind() == Trade.InFlight.Kind.CANCEL) {
            stumble(draft);
            return;
        }
        pause(draft);
        if (refused.reason().contains("insufficient balance")) {
            draft.change(t -> t.withBalanceDoubted(true));
        }
        if (flight.kind() == Trade.InFlight.Kind.PLACE_PROTECTION) {
            protection(draft, refused);
        }
    }

    /** The price has left the band between stop-loss and take-profit, or nothing helps: sell. */
    private static void protection(Draft draft, Outcome.Refused refused) {
        var left =
                refused.reason().contains("relationship of the prices")
                        || refused.reason().contains("would trigger immediately")
                        || refused.reason().contains("would immediately match");
        if (left || draft.trade().failures() >= PROTECTION_ATTEMPTS) {
            NextMove.bailOut(draft, "it could not be protected: " + refused.reason());
        }
    }

    /** Tries again at once, but only once. */
    static void stumble(Draft draft) {
        if (draft.trade().failures() == 0) {
            draft.change(t -> t.withFailures(1, 0));
        } else {
            pause(draft);
        }
    }

    /** Waits twice as many checks after each failure in a row. */
    static void pause(Draft draft) {
        draft.change(t -> {
            int failures = t.failures() + 1;
            int pause = failures > 3 ? TradeDecider.LONGEST_PAUSE : 1 << (failures - 1);
            return t.withFailures(failures, pause);
        });
    }
}
