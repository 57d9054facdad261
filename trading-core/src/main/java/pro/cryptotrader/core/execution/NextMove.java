package pro.cryptotrader.core.execution;

import java.util.ArrayList;
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
        if (trade.isDoubted() || (check && trade.hasUnsettled())) {
            var doubted =
                    trade.orders().stream()
                            .filter(order -> order.doubted() || (check && order.isUnsettled()))
                            .toList();
            return trade.pause() > 0 && !check ? null : lookUp(draft, doubted);
        }
        if (trade.hasUnsettled()) {
            return null;
        }
        if (trade.balanceDoubted()) {
            inFlight(draft, InFlight.Kind.ASK_BALANCE, List.of());
            return new VenueCommand.AskBalance(trade.symbol());
        }
        if (trade.pause() > 0) {
            return null;
        }
        if (trade.exit() != null) {
            return leave(draft, trade.exit());
        }
        var plan = trade.plan();
        if (plan == null || plan.over() || trade.hasOpen()) {
            return null;
        }
        return guard(draft, plan);
    }

    /** A position of which nothing rests at the venue. */
    private static @Nullable VenueCommand guard(Draft draft, Trade.Plan plan) {
        var trade = draft.trade();
        var instrument = draft.terms.instrument();
        if (instrument == null) {
            return null;
        }
        var quantity = trade.sellable(instrument);
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
            bailOut(draft, reason);
            return leave(draft, draft.trade().exit());
        }
        int number = plan.protections() + 1;
        var list = plan.entry().leg("list-" + number);
        var stopLoss = plan.entry().leg("stop-loss-" + number);
        var takeProfit = plan.entry().leg("take-profit-" + number);
        var protection = plan.protection();
        draft.intend(
                List.of(
                        stopLoss(stopLoss, plan.permit(), list, quantity, protection),
                        takeProfit(takeProfit, plan.permit(), list, quantity, protection)));
        draft.change(t -> t.withPlan(plan.protectedOnceMore()));
        inFlight(draft, InFlight.Kind.PLACE_PROTECTION, List.of(stopLoss, takeProfit));
        return new VenueCommand.PlaceProtection(
                trade.symbol(), list, stopLoss, takeProfit, quantity, protection);
    }

    private static boolean hasSold(OrderState order, Trade.Plan plan) {
        return order.isProtection()
                && order.filled().isPositive()
                && order.intent().permit().equals(plan.permit());
    }

    private static @Nullable VenueCommand leave(Draft draft, Trade.@Nullable Exit exit) {
        var trade = draft.trade();
        var instrument = draft.terms.instrument();
        if (exit == null || instrument == null) {
            return null;
        }
        var resting = OrderState.firstOpen(trade.orders());
        if (resting != null) {
            return cancel(draft, resting);
        }
        var quantity = trade.sellable(instrument);
        if (!isWorthSelling(draft, instrument, quantity)) {
            if (exit.sales() == 0) {
                draft.notSent(
                        exit.order(),
                        exit.permit(),
                        OrderRole.EXIT,
                        "nothing was left to sell in " + trade.symbol());
            }
            draft.change(t -> t.withExit(null));
            var plan = trade.plan();
            if (plan != null) {
                finish(draft, plan);
            }
            return null;
        }
        var order = exit.nextSale();
        draft.intend(
                List.of(
                        new OrderIntent(
                                order,
                                exit.permit(),
                                OrderRole.EXIT,
                                Side.SELL,
                                null,
                                quantity,
                                null,
                                null)));
        draft.change(t -> t.withExit(exit.soldOnceMore()));
        inFlight(draft, InFlight.Kind.SELL, List.of(order));
        return new VenueCommand.SellMarket(trade.symbol(), order, quantity);
    }

    private static VenueCommand cancel(Draft draft, OrderState resting) {
        var list = resting.intent().listId();
        var ids = new ArrayList<OrderId>(2);
        for (var order : draft.trade().orders()) {
            boolean goes =
                    order.id().equals(resting.id())
                            || (list != null && list.equals(order.intent().listId()));
            if (goes && order.isOpen()) {
                ids.add(order.id());
            }
        }
        inFlight(draft, InFlight.Kind.CANCEL, ids);
        return new VenueCommand.Cancel(draft.trade().symbol(), list, resting.id());
    }

    private static VenueCommand lookUp(Draft draft, List<OrderState> orders) {
        inFlight(draft, InFlight.Kind.LOOK_UP, orders.stream().map(OrderState::id).toList());
        return new VenueCommand.LookUp(
                draft.trade().symbol(),
                orders.stream()
                        .map(order -> new VenueCommand.LookUp.Item(order.id(), order.filled()))
                        .toList());
    }

    /** Leaves a position on our own account, under the permit that opened it. */
    static void bailOut(Draft draft, String reason) {
        var plan = draft.trade().plan();
        if (plan == null || draft.trade().exit() != null) {
            return;
        }
        var name = "bail-out-" + (plan.bailOuts() + 1);
        var exit = new Trade.Exit(plan.permit(), plan.entry().leg(name), reason, 0);
        draft.change(t -> t.withPlan(plan.leftOnceMore()).withExit(exit).withFailures(0, 0));
        draft.log(
                TradingLog.Level.WARNING,
                "%s is sold at the market: %s".formatted(draft.trade().symbol(), reason),
                Map.of("orderId", exit.order().toString()));
    }

    private static void finish(Draft draft, Trade.Plan plan) {
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

    private static boolean isWorthSelling(Draft draft, Instrument instrument, Quantity quantity) {
        var last = draft.terms.lastPrice();
        var plan = draft.trade().plan();
        Price price = last != null || plan == null ? last : plan.protection().stopLoss();
        return price == null ? quantity.isPositive() : instrument.isWorthTrading(price, quantity);
    }

    private static void inFlight(Draft draft, InFlight.Kind kind, List<OrderId> orders) {
        draft.change(t -> t.withInFlight(new InFlight(kind, orders)));
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
