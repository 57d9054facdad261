package pro.cryptotrader.core.execution;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.OrderRole;
import pro.cryptotrader.contracts.event.Protection;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.core.execution.Trade.InFlight;

/** The rule set of {@link TradeDecider}: from what is known to the next command. */
final class NextMove {
    private static final int MOST_PROTECTIONS = 5;

    private NextMove() {}

    static @Nullable VenueCommand of(Draft draft, boolean check) {
        var trade = draft.trade();
        if (trade.inFlight() != null) {
            return null;
        }
        var doubted =
                trade.orders().stream()
                        .filter(order -> order.doubted() || (check && order.isUnsettled()))
                        .toList();
        if (!doubted.isEmpty()) {
            return trade.pause() > 0 && !check ? null : lookUp(draft, doubted);
        }
        if (trade.orders().stream().anyMatch(OrderState::isUnsettled)) {
            return null;
        }
        if (trade.balanceDoubted()) {
            draft.send(InFlight.Kind.ASK_BALANCE, List.of());
            return new VenueCommand.AskBalance(trade.symbol());
        }
        if (trade.pause() > 0) {
            return null;
        }
        if (trade.exit() != null) {
            return Leaving.next(draft, trade.exit());
        }
        var plan = trade.plan();
        if (plan == null || plan.over()) {
            return null;
        }
        var part = PartialExit.next(draft, plan);
        return part == null && draft.trade().inFlight() == null ? cover(draft) : part;
    }

    /** What is held and not covered by what rests at the venue. */
    private static @Nullable VenueCommand cover(Draft draft) {
        var trade = draft.trade();
        var plan = trade.plan();
        var instrument = draft.terms.instrument();
        if (instrument == null || plan == null) {
            return null;
        }
        var resting = trade.orders().stream().filter(OrderState::isOpen).toList();
        if (resting.isEmpty()) {
            return guard(draft, plan, instrument, trade.sellable(instrument));
        }
        var bare = trade.uncovered(instrument);
        if (!instrument.isWorthTrading(plan.protection().stopLoss(), bare)) {
            return null;
        }
        var unsaid = resting.stream().filter(order -> order.quantity() == null).toList();
        return unsaid.isEmpty() ? guard(draft, plan, instrument, bare) : lookUp(draft, unsaid);
    }

    /** Something held of which nothing rests at the venue. */
    private static @Nullable VenueCommand guard(
            Draft draft, Plan plan, Instrument instrument, Quantity quantity) {
        var trade = draft.trade();
        if (!isWorthSelling(draft, instrument, quantity)) {
            finish(draft, plan);
            return null;
        }
        var begun = trade.orders().stream().anyMatch(order -> hasSold(order, plan));
        var reason =
                begun
                        ? "the rest of a position whose protection has sold"
                        : plan.protections() == MOST_PROTECTIONS
                                ? "it lost its protection too often"
                                : instrument.isWorthTrading(plan.protection().stopLoss(), quantity)
                                        ? null
                                        : "too small to be protected";
        if (reason != null) {
            Leaving.bailOut(draft, reason);
            return Leaving.next(draft, draft.trade().exit());
        }
        int number = plan.protections() + 1;
        var list = plan.entry().leg("list-" + number);
        var stopLoss = plan.entry().leg("stop-loss-" + number);
        var takeProfit = plan.entry().leg("take-profit-" + number);
        var protection = Trailing.again(plan.protection(), draft.terms);
        draft.intend(
                List.of(
                        stopLoss(stopLoss, plan.permit(), list, quantity, protection),
                        takeProfit(takeProfit, plan.permit(), list, quantity, protection)));
        draft.change(t -> t.withPlan(plan.protectedOnceMore()));
        draft.send(InFlight.Kind.PLACE_PROTECTION, List.of(stopLoss, takeProfit));
        return new VenueCommand.PlaceProtection(
                trade.symbol(), list, stopLoss, takeProfit, quantity, protection);
    }

    private static boolean hasSold(OrderState order, Plan plan) {
        return order.isProtection()
                && order.filled().isPositive()
                && order.intent().permit().equals(plan.permit());
    }

    private static VenueCommand lookUp(Draft draft, List<OrderState> orders) {
        draft.send(InFlight.Kind.LOOK_UP, orders.stream().map(OrderState::id).toList());
        return new VenueCommand.LookUp(
                draft.trade().symbol(),
                orders.stream()
                        .map(order -> new VenueCommand.LookUp.Item(order.id(), order.filled()))
                        .toList());
    }

    static void finish(Draft draft, Plan plan) {
        draft.change(t -> t.withPlan(plan.over(true)));
        var trade = draft.trade();
        if (trade.held().signum() > 0) {
            draft.log(
                    TradingLog.Level.INFO,
                    "%s %s is left, too little to be sold"
                            .formatted(trade.held().toPlainString(), trade.symbol().base()),
                    Map.of("symbol", trade.symbol().toString()));
        }
    }

    static boolean isWorthSelling(Draft draft, Instrument instrument, Quantity quantity) {
        var last = draft.terms.lastPrice();
        var plan = draft.trade().plan();
        Price price = last != null || plan == null ? last : plan.protection().stopLoss();
        return price == null ? quantity.isPositive() : instrument.isWorthTrading(price, quantity);
    }

    static OrderIntent stopLoss(
            OrderId id, Permit permit, OrderId list, Quantity quantity, Protection protection) {
        return new OrderIntent(
                id,
                permit,
                OrderRole.STOP_LOSS,
                Side.SELL,
                list,
                quantity,
                null,
                protection.stopLoss());
    }

    static OrderIntent takeProfit(
            OrderId id, Permit permit, OrderId list, Quantity quantity, Protection protection) {
        return new OrderIntent(
                id,
                permit,
                OrderRole.TAKE_PROFIT,
                Side.SELL,
                list,
                quantity,
                protection.takeProfit(),
                null);
    }
}
