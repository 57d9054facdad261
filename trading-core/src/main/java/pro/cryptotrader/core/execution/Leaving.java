package pro.cryptotrader.core.execution;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.OrderRole;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.core.execution.Trade.InFlight;

/**
 * Leaves a position without ever selling it twice. Where one protection rests that has not begun to
 * trade, taking it off and selling is one request; the quantity is certain, since the venue does
 * neither if the protection has traded in between. Otherwise it is canceled first, and what is left
 * is sold once that is known.
 */
final class Leaving {
    private Leaving() {}

    static @Nullable VenueCommand next(Draft draft, Trade.@Nullable Exit exit) {
        var trade = draft.trade();
        var instrument = draft.terms.instrument();
        if (exit == null || instrument == null) {
            return null;
        }
        var quantity = trade.sellable(instrument);
        var isWorth = NextMove.isWorthSelling(draft, instrument, quantity);
        var resting = trade.orders().stream().filter(OrderState::isOpen).toList();
        if (!resting.isEmpty()) {
            var stop = isWorth ? replaceable(draft, exit, resting) : null;
            return stop == null
                    ? cancel(draft, resting.getFirst())
                    : replace(draft, exit, stop, quantity);
        }
        return isWorth ? sell(draft, exit, quantity) : end(draft, exit);
    }

    /**
     * The stop-loss to be replaced by the sale: while its take-profit trades it rests no more, so
     * whatever happens in between, the venue does both or neither. Null where that is not certain,
     * or where the venue has refused it once.
     */
    private static @Nullable OrderState replaceable(
            Draft draft, Trade.Exit exit, List<OrderState> resting) {
        var stop =
                resting.stream()
                        .filter(order -> order.intent().role() == OrderRole.STOP_LOSS)
                        .findFirst()
                        .orElse(null);
        if (stop == null || !draft.terms.abilities().cancelReplace() || hasBeenTried(draft, exit)) {
            return null;
        }
        var list = stop.intent().listId();
        var untouched =
                resting.stream()
                        .allMatch(order ->
                                order.executed().isZero()
                                        && (order.equals(stop)
                                                || (list != null
                                                        && list.equals(order.intent().listId()))));
        return untouched ? stop : null;
    }

    private static boolean hasBeenTried(Draft draft, Trade.Exit exit) {
        for (int i = 0; i < exit.sales(); i++) {
            var sale = draft.trade().order(exit.sale(i));
            if (sale == null || sale.status() != OrderStatus.NOT_SENT) {
                return true;
            }
        }
        return false;
    }

    private static VenueCommand replace(
            Draft draft, Trade.Exit exit, OrderState stop, Quantity quantity) {
        var sale = intendSale(draft, exit, quantity);
        var orders = draft.trade().orders().stream().filter(OrderState::isOpen).map(OrderState::id);
        draft.send(InFlight.Kind.REPLACE, Stream.concat(orders, Stream.of(sale)).toList());
        return new VenueCommand.Replace(draft.trade().symbol(), stop.id(), sale, quantity);
    }

    private static VenueCommand sell(Draft draft, Trade.Exit exit, Quantity quantity) {
        var sale = intendSale(draft, exit, quantity);
        draft.send(InFlight.Kind.SELL, List.of(sale));
        return new VenueCommand.SellMarket(draft.trade().symbol(), sale, quantity);
    }

    private static OrderId intendSale(Draft draft, Trade.Exit exit, Quantity quantity) {
        var sale = exit.nextSale();
        draft.intend(List.of(sale(sale, exit.permit(), quantity)));
        draft.change(t -> t.withExit(exit.soldOnceMore()));
        return sale;
    }

    static OrderIntent sale(OrderId id, Permit permit, Quantity quantity) {
        return new OrderIntent(id, permit, OrderRole.EXIT, Side.SELL, null, quantity, null, null);
    }

    private static @Nullable VenueCommand end(Draft draft, Trade.Exit exit) {
        if (exit.sales() == 0) {
            draft.notSent(
                    exit.order(),
                    exit.permit(),
                    OrderRole.EXIT,
                    "nothing was left to sell in " + draft.trade().symbol());
        }
        draft.change(t -> t.withExit(null));
        var plan = draft.trade().plan();
        if (plan != null) {
            NextMove.finish(draft, plan);
        }
        return null;
    }

    private static VenueCommand cancel(Draft draft, OrderState resting) {
        var list = resting.intent().listId();
        var ids =
                draft.trade().orders().stream()
                        .filter(OrderState::isOpen)
                        .filter(order ->
                                order.equals(resting)
                                        || (list != null && list.equals(order.intent().listId())))
                        .map(OrderState::id)
                        .toList();
        draft.send(InFlight.Kind.CANCEL, ids);
        return new VenueCommand.Cancel(draft.trade().symbol(), list, resting.id());
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
}
