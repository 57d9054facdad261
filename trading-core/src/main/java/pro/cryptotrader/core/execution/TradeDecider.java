package pro.cryptotrader.core.execution;

import static pro.cryptotrader.core.execution.Trade.InFlight.Kind.ASK_BALANCE;
import static pro.cryptotrader.core.execution.Trade.InFlight.Kind.CANCEL;
import static pro.cryptotrader.core.execution.Trade.InFlight.Kind.LOOK_UP;
import static pro.cryptotrader.core.execution.Trade.InFlight.Kind.REPLACE;
import static pro.cryptotrader.core.execution.Trade.InFlight.Kind.SELL;
import static pro.cryptotrader.core.execution.Trade.InFlight.Kind.SHRINK;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.OrderRole;
import pro.cryptotrader.contracts.event.RiskVerdict;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.core.execution.TradeInput.Outcome;

/**
 * Decides about one trade. Every input first changes what we know; then one rule set looks at what
 * is known and names the next move, so that it does not matter in which order the venue's answers
 * arrive, or whether a restart lay between.
 *
 * <table>
 * <caption>Next move, the first that applies</caption>
 * <tr><th>known</th><th>move</th></tr>
 * <tr><td>a command is in flight</td><td>wait for its outcome</td></tr>
 * <tr><td>an order is doubted (or, at a check, unsettled)</td><td>LookUp</td></tr>
 * <tr><td>an order is unsettled</td><td>wait for evidence</td></tr>
 * <tr><td>the balance is doubted</td><td>AskBalance</td></tr>
 * <tr><td>something failed a moment ago</td><td>wait some checks</td></tr>
 * <tr><td>leaving, one untouched protection rests</td><td>Replace it by the sale</td></tr>
 * <tr><td>leaving, something else rests, or that was refused</td><td>Cancel it</td></tr>
 * <tr><td>leaving, something is held</td><td>SellMarket what is held</td></tr>
 * <tr><td>leaving, nothing is held</td><td>the exit is over</td></tr>
 * <tr><td>the market stays below a stop-loss that rests</td><td>leave</td></tr>
 * <tr><td>the market has come to the part's price</td><td>Shrink the protection to the rest</td></tr>
 * <tr><td>the part is free</td><td>SellMarket the part</td></tr>
 * <tr><td>what rests covers what is held</td><td>protected: nothing to do</td></tr>
 * <tr><td>held, a protecting order has sold a part</td><td>leave the rest</td></tr>
 * <tr><td>held and not covered</td><td>PlaceProtection for that, or leave when it cannot be protected</td></tr>
 * <tr><td>nothing is held that is worth an order</td><td>over; what is left is dust</td></tr>
 * </table>
 */
public final class TradeDecider {
    /** The venue's own processing time-out of 10 s and a margin; see the facts on -2013. */
    static final Duration ENGINE_DELAY = Duration.ofSeconds(12);

    static final int ABSENCES_THAT_PROVE = 2;

    /** In checks, of two seconds by default: what is bare cannot wait for minutes. */
    static final int LONGEST_PAUSE = 8;

    private TradeDecider() {}

    /**
     * Decides; the caller keeps the step's trade and says its events before it performs its
     * command.
     */
    public static TradeStep decide(Trade trade, TradeInput input, Terms terms) {
        var draft = new Draft(trade, terms);
        var command = learn(draft, input);
        if (command == null) {
            command = NextMove.of(draft, input instanceof TradeInput.Check);
        }
        return new TradeStep(draft.trade(), draft.events(), command);
    }

    private static @Nullable VenueCommand learn(Draft draft, TradeInput input) {
        switch (input) {
            case TradeInput.Buy buy -> {
                return Entry.of(draft, buy.verdict(), buy.permit());
            }
            case TradeInput.Sell sell -> sell(draft, sell);
            case TradeInput.Leave leave ->
                    leave(
                            draft,
                            leave.order(),
                            leave.permit(),
                            leave.reason(),
                            leave.requestedAt());
            case TradeInput.Reported reported -> draft.believe(reported.report());
            case TradeInput.OpenOrders seen -> doubtOpen(draft, seen.open());
            case TradeInput.Gap _ -> {
                // What failed a moment ago is no reason to trade without knowing.
                draft.change(t -> t.withFailures(t.failures(), 0));
                doubtOpen(draft, Set.of());
            }
            case TradeInput.Revived revived -> {
                outcome(
                        draft,
                        new Outcome.Unsure(
                                "the executor was restarted while it was sent",
                                revived.latestEntry()));
                doubtOpen(draft, Set.of());
            }
            case TradeInput.Check _ -> check(draft);
            case TradeInput.Owned owned -> Holdings.compare(draft, owned);
            case Outcome outcome -> outcome(draft, outcome);
        }
        return null;
    }

    private static void check(Draft draft) {
        if (draft.trade().pause() > 0) {
            draft.change(t -> t.withFailures(t.failures(), t.pause() - 1));
        }
        PassedStop.watch(draft);
        PartialExit.watch(draft);
    }

    private static void sell(Draft draft, TradeInput.Sell sell) {
        RiskVerdict.Approved verdict = sell.verdict();
        if (verdict.side() != Side.SELL) {
            throw new IllegalArgumentException("not a sale: " + verdict);
        }
        var objection = draft.terms.entries().objectionToActing(verdict);
        if (objection.isPresent()) {
            draft.notSent(verdict.orderId(), sell.permit(), OrderRole.EXIT, objection.get());
        } else {
            leave(draft, verdict.orderId(), sell.permit(), "SELL signal", sell.requestedAt());
        }
    }

    private static void leave(
            Draft draft, OrderId order, Permit permit, String reason, Instant requestedAt) {
        var trade = draft.trade();
        var plan = trade.plan();
        if (trade.exit() != null && trade.exit().order().equals(order)) {
            return;
        }
        if (plan == null || plan.over()) {
            draft.notSent(order, permit, OrderRole.EXIT, "nothing is held in " + trade.symbol());
        } else if (plan.startedAt().isAfter(requestedAt)) {
            draft.notSent(
                    order, permit, OrderRole.EXIT, "it was asked for before this position began");
        } else if (trade.exit() != null) {
            draft.notSent(order, permit, OrderRole.EXIT, "it is being sold already");
        } else {
            draft.change(
                    t -> t.withExit(new Trade.Exit(permit, order, reason, 0)).withFailures(0, 0));
        }
    }

    private static void doubtOpen(Draft draft, Set<OrderId> seenOpen) {
        for (var order : draft.trade().orders()) {
            if ((order.isOpen() || order.isUnsettled()) && !seenOpen.contains(order.id())) {
                draft.put(order.doubted(true));
            }
        }
    }

    private static void outcome(Draft draft, Outcome outcome) {
        var flight = draft.trade().inFlight();
        if (flight == null) {
            return;
        }
        draft.change(t -> t.withInFlight(null));
        switch (outcome) {
            case Outcome.Done done -> done(draft, flight, done);
            case Outcome.Refused refused -> Refusal.of(draft, flight, refused);
            case Outcome.HalfDone half -> Refusal.ofHalf(draft, flight, half);
            case Outcome.Withheld withheld -> withheld(draft, flight, withheld.reason());
            case Outcome.Unsure unsure -> unsure(draft, flight, unsure);
            case Outcome.Found found -> Answers.learn(draft, flight, found);
            case Outcome.Balance balance -> Holdings.correct(draft, balance);
        }
    }

    private static void done(Draft draft, Trade.InFlight flight, Outcome.Done done) {
        var reports = done.reports();
        for (int i = 0; i < reports.size(); i++) {
            draft.believe(reports.get(i));
        }
        var failed = false;
        for (var id : flight.orders()) {
            var order = draft.order(id);
            if (order == null) {
                continue;
            }
            var takenOff = flight.kind() == CANCEL || (flight.kind() == REPLACE && isLeg(order));
            var cancelLeftItOpen = takenOff && order.isOpen();
            var notNamed =
                    order.status() == OrderStatus.INTENDED
                            || (flight.kind() == SHRINK && !isSmall(draft));
            if (cancelLeftItOpen || notNamed) {
                draft.put(order.doubted(true));
            }
            var soldNothing =
                    (flight.kind() == SELL || (flight.kind() == REPLACE && !isLeg(order)))
                            && order.status().isEnd()
                            && order.executed().isZero();
            failed |= (cancelLeftItOpen && flight.kind() == CANCEL) || soldNothing;
        }
        if (failed) {
            Refusal.stumble(draft);
        } else {
            draft.change(t -> t.withFailures(0, 0));
        }
    }

    private static boolean isLeg(OrderState order) {
        return order.isProtection();
    }

    /** Whether the venue has named a quantity that leaves the part free. */
    private static boolean isSmall(Draft draft) {
        var plan = draft.trade().plan();
        var part = plan == null ? null : plan.part();
        return part == null || draft.trade().covered().compareTo(part.rest().value()) <= 0;
    }

    /** Only what was to be placed ends here: a question that was held back says nothing. */
    private static void withheld(Draft draft, Trade.InFlight flight, String reason) {
        for (var id : flight.orders()) {
            var order = draft.trade().order(id);
            if (order != null && isPlacing(flight) && order.status().isUnacknowledged()) {
                draft.notSent(order, reason);
            }
        }
        if (isPlacing(flight)) {
            Refusal.pause(draft);
        } else {
            askAgain(draft);
        }
    }

    /** At the next check. */
    private static void askAgain(Draft draft) {
        draft.change(t -> t.withFailures(t.failures(), Math.max(1, t.pause())));
    }

    private static void unsure(Draft draft, Trade.InFlight flight, Outcome.Unsure unsure) {
        for (var id : flight.orders()) {
            var order = draft.trade().order(id);
            if (order == null) {
                continue;
            }
            switch (flight.kind()) {
                case PLACE_ENTRY, PLACE_PROTECTION, SELL ->
                        draft.unknown(order, unsure.reason(), unsure.latestEntry());
                case REPLACE -> {
                    if (isLeg(order)) {
                        draft.put(order.doubted(true));
                    } else {
                        draft.unknown(order, unsure.reason(), unsure.latestEntry());
                    }
                }
                case CANCEL, SHRINK -> draft.put(order.doubted(true));
                case LOOK_UP, ASK_BALANCE -> {}
            }
        }
        if (flight.kind() == LOOK_UP || flight.kind() == ASK_BALANCE || flight.kind() == SHRINK) {
            askAgain(draft);
        }
        if (isPlacing(flight)) {
            draft.log(
                    TradingLog.Level.WARNING,
                    "The outcome of an order is not known; it is being looked for",
                    Map.of("symbol", draft.trade().symbol().toString(), "reason", unsure.reason()));
        }
    }

    private static boolean isPlacing(Trade.InFlight flight) {
        return switch (flight.kind()) {
            case PLACE_ENTRY, PLACE_PROTECTION, SELL, REPLACE -> true;
            case CANCEL, SHRINK, LOOK_UP, ASK_BALANCE -> false;
        };
    }
}
