package pro.cryptotrader.core.execution;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import pro.cryptotrader.contracts.event.RiskVerdict;
import pro.cryptotrader.contracts.value.OrderId;

/** What a trade reacts to. */
public sealed interface TradeInput {

    /** A purchase was approved. */
    record Buy(RiskVerdict.Approved verdict, Permit permit) implements TradeInput {}

    /** A sale was approved. */
    record Sell(RiskVerdict.Approved verdict, Permit permit, Instant requestedAt)
            implements TradeInput {}

    /**
     * The position is to be left, whatever the engine's state.
     *
     * @param requestedAt market time; it means no position that was opened later
     */
    record Leave(OrderId order, Permit permit, String reason, Instant requestedAt)
            implements TradeInput {}

    /** The outcome of the command in flight. */
    sealed interface Outcome extends TradeInput {

        /** The venue did it and said this. */
        record Done(List<VenueReport> reports) implements Outcome {
            public Done {
                reports = List.copyOf(reports);
            }
        }

        /** The venue refused, and it is certain that nothing happened. */
        record Refused(int code, String reason) implements Outcome {}

        /**
         * Of {@link VenueCommand.Replace} the cancel was done and the sale was refused; both are
         * certain.
         *
         * @param reports of what was canceled
         */
        record HalfDone(List<VenueReport> reports, int code, String reason) implements Outcome {
            public HalfDone {
                reports = List.copyOf(reports);
            }
        }

        /**
         * Nobody knows.
         *
         * @param latestEntry wall time until which the request may still reach the matching engine
         */
        record Unsure(String reason, Instant latestEntry) implements Outcome {}

        /** It has not left us and never will. */
        record Withheld(String reason) implements Outcome {}

        /**
         * The answer to {@link VenueCommand.LookUp}.
         *
         * @param absent orders that the venue says do not exist, where no unexplained trade
         *     contradicts it
         * @param askedAt wall time
         */
        record Found(List<VenueReport> reports, Set<OrderId> absent, Instant askedAt)
                implements Outcome {
            public Found {
                reports = List.copyOf(reports);
                absent = Set.copyOf(absent);
            }
        }

        /** The answer to {@link VenueCommand.AskBalance}: free and locked together. */
        record Balance(BigDecimal total) implements Outcome {}
    }

    /** The venue said something about an order of ours. */
    record Reported(VenueReport report) implements TradeInput {}

    /** All orders of ours that rest at the venue, when asked; whoever is missing is doubted. */
    record OpenOrders(Set<OrderId> open) implements TradeInput {
        public OpenOrders {
            open = Set.copyOf(open);
        }
    }

    /** Reports may have been missed: everything that is not over is doubted. */
    record Gap() implements TradeInput {}

    /**
     * A new process took over; what was in flight may or may not have been sent.
     *
     * @param latestEntry wall time until which a request of the old process may still arrive
     */
    record Revived(Instant latestEntry) implements TradeInput {}

    /**
     * How much of the base asset the account has, free and locked, by a look at all balances that
     * was not asked for by this trade.
     */
    record Owned(BigDecimal total) implements TradeInput {}

    /** Some time has passed: look after what is not settled. */
    record Check() implements TradeInput {}
}
