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
                case PLACE_ENTRY, PLACE_PROTECTION, SELL, REPLACE -> refuse(draft, order, refused);
                // "Unknown order" may mean that it has filled: only a query knows.
                case CANCEL, LOOK_UP, SHRINK -> draft.put(order.doubted(true));
                case ASK_BALANCE -> {}
            }
        }
        tell(draft, flight, refused);
        switch (flight.kind()) {
            case PLACE_ENTRY -> {}
            // What is to be protected, or sold, still is: the other way is tried at once.
            case CANCEL, REPLACE -> stumble(draft);
            case SHRINK -> PartialExit.giveUp(draft);
            case PLACE_PROTECTION -> {
                pause(draft);
                doubtBalance(draft, refused);
                protection(draft, refused);
            }
            case SELL, LOOK_UP, ASK_BALANCE -> {
                pause(draft);
                doubtBalance(draft, refused);
            }
        }
    }

    /** The protection is off and the sale was refused: nothing rests, so it is tried at once. */
    static void ofHalf(Draft draft, Trade.InFlight flight, Outcome.HalfDone half) {
        half.reports().forEach(draft::believe);
        var refused = new Outcome.Refused(half.code(), half.reason());
        for (var id : flight.orders()) {
            var order = draft.trade().order(id);
            if (order != null) {
                refuse(draft, order, refused);
            }
        }
        tell(draft, flight, refused);
        stumble(draft);
        doubtBalance(draft, refused);
    }

    /** What was to be placed is not; what was to be canceled has perhaps filled instead. */
    private static void refuse(Draft draft, OrderState order, Outcome.Refused refused) {
        if (order.status().isUnacknowledged()) {
            draft.reject(order, refused.code(), refused.reason());
        } else if (order.isOpen()) {
            draft.put(order.doubted(true));
        }
    }

    private static void doubtBalance(Draft draft, Outcome.Refused refused) {
        if (refused.reason().contains("insufficient balance")) {
            draft.change(t -> t.withBalanceDoubted(true));
        }
    }

    private static void tell(Draft draft, Trade.InFlight flight, Outcome.Refused refused) {
        draft.log(
                TradingLog.Level.WARNING,
                "The venue refused: " + refused.reason(),
                Map.of(
                        "symbol", draft.trade().symbol().toString(),
                        "code", Integer.toString(refused.code()),
                        "request", flight.kind().toString()));
    }

    /** The price has left the band between stop-loss and take-profit, or nothing helps: sell. */
    private static void protection(Draft draft, Outcome.Refused refused) {
        var left =
                refused.reason().contains("relationship of the prices")
                        || refused.reason().contains("would trigger immediately")
                        || refused.reason().contains("would immediately match");
        if (left || draft.trade().failures() >= PROTECTION_ATTEMPTS) {
            Leaving.bailOut(draft, "it could not be protected: " + refused.reason());
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
