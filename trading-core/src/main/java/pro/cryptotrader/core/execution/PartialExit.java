package pro.cryptotrader.core.execution;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.OrderRole;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.core.execution.Trade.InFlight;

/**
 * Sells a part of a position on the way up. The protection is made smaller where it rests, so that
 * the rest is never without it; what that frees is sold at once, and protected on its own should
 * that fail.
 */
final class PartialExit {
    private PartialExit() {}

    /** Begins when the market has come that far. */
    static void watch(Draft draft) {
        var trade = draft.trade();
        var plan = trade.plan();
        var instrument = draft.terms.instrument();
        var bid = draft.terms.lastPrice();
        if (plan == null || plan.over() || plan.part() != null || trade.exit() != null) {
            return;
        }
        var part = plan.protection().part();
        if (part == null || instrument == null || bid == null || bid.isBelow(part.price())) {
            return;
        }
        if (shrinkable(draft) == null) {
            return;
        }
        var freed =
                instrument.floor(
                        new Quantity(trade.covered().multiply(part.sharePct()).movePointLeft(2)));
        var rest = new Quantity(trade.covered().subtract(freed.value()));
        var isPossible =
                draft.terms.abilities().amend()
                        && instrument.isWorthTrading(bid, freed)
                        && instrument.isWorthTrading(plan.protection().stopLoss(), rest);
        if (!isPossible) {
            draft.log(
                    TradingLog.Level.INFO,
                    "No part of %s is sold on its own: it is too small, or the venue cannot"
                            .formatted(trade.symbol()),
                    Map.of("symbol", trade.symbol().toString()));
        }
        var stage = isPossible ? Part.Stage.SHRINKING : Part.Stage.OVER;
        draft.change(t -> t.withPlan(plan.with(new Part(stage, rest))));
    }

    /**
     * The one stop-loss that rests and whose list has not begun to trade; null if there is none.
     */
    private static @Nullable OrderState shrinkable(Draft draft) {
        var resting = draft.trade().orders().stream().filter(OrderState::isOpen).toList();
        var untouched =
                resting.size() == 2
                        && resting.stream()
                                .allMatch(order ->
                                        order.isProtection()
                                                && order.executed().isZero()
                                                && order.quantity() != null);
        return untouched
                ? resting.stream()
                        .filter(order -> order.intent().role() == OrderRole.STOP_LOSS)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /** Its next command; null when it has none, or is over. */
    static @Nullable VenueCommand next(Draft draft, Plan plan) {
        var part = plan.part();
        var instrument = draft.terms.instrument();
        if (part == null || instrument == null || part.stage() == Part.Stage.OVER) {
            return null;
        }
        var isSmall = draft.trade().covered().compareTo(part.rest().value()) <= 0;
        if (part.stage() == Part.Stage.SHRINKING && !isSmall) {
            var stop = shrinkable(draft);
            return stop == null ? over(draft, plan, part) : shrink(draft, stop, part.rest());
        }
        return sell(draft, plan, part, instrument);
    }

    private static VenueCommand shrink(Draft draft, OrderState stop, Quantity rest) {
        draft.send(
                InFlight.Kind.SHRINK,
                draft.trade().orders().stream()
                        .filter(OrderState::isOpen)
                        .map(OrderState::id)
                        .toList());
        return new VenueCommand.Shrink(draft.trade().symbol(), stop.id(), rest);
    }

    /** One attempt: what it leaves is protected on its own. */
    private static @Nullable VenueCommand sell(
            Draft draft, Plan plan, Part part, Instrument instrument) {
        var freed = draft.trade().uncovered(instrument);
        var sale = name(plan);
        if (draft.trade().order(sale) != null
                || draft.trade().covered().signum() == 0
                || !NextMove.isWorthSelling(draft, instrument, freed)) {
            return over(draft, plan, part);
        }
        draft.intend(List.of(Leaving.sale(sale, plan.permit(), freed)));
        draft.change(t -> t.withPlan(plan.with(part.at(Part.Stage.SELLING))));
        draft.send(InFlight.Kind.SELL, List.of(sale));
        return new VenueCommand.SellMarket(draft.trade().symbol(), sale, freed);
    }

    private static @Nullable VenueCommand over(Draft draft, Plan plan, Part part) {
        draft.change(t -> t.withPlan(plan.with(part.at(Part.Stage.OVER))));
        return null;
    }

    /** The venue will not make it smaller: it stays as it is. */
    static void giveUp(Draft draft) {
        var plan = draft.trade().plan();
        if (plan != null && plan.part() != null) {
            over(draft, plan, plan.part());
        }
    }

    private static OrderId name(Plan plan) {
        return plan.entry().leg("part");
    }
}
