package pro.cryptotrader.simulator.matching;

import static pro.cryptotrader.simulator.matching.Movement.Place.free;
import static pro.cryptotrader.simulator.matching.Movement.Place.locked;

import java.util.ArrayList;
import java.util.List;
import pro.cryptotrader.simulator.matching.Fact.Execution;

/** Places the pending orders of a list whose working order has been filled. */
final class PendingOrders {
    private final VenueState state;
    private final Admission admission;
    private final Matching matching;
    private final SelfTrades selfTrades;

    PendingOrders(VenueState state, Admission admission, Matching matching, SelfTrades selfTrades) {
        this.selfTrades = selfTrades;
        this.state = state;
        this.admission = admission;
        this.matching = matching;
    }

    void place(OrderList list, Order working, List<Order> pending, Turn turn) {
        var proceeds = list.kind().sellsProceeds() ? working.executed() - working.fees() : 0;
        var terms = placeable(list, working, pending, proceeds, turn);
        if (terms.isEmpty()) {
            refuse(pending, proceeds, turn);
            return;
        }
        turn.out().record(new Fact.ListChanged(turn.time(), list.changed("UPDATED", "EXECUTING")));
        var placed = new ArrayList<Order>();
        for (var i = 0; i < pending.size(); i++) {
            // The first leg of a pair holds the lock for both.
            var lock = i == 0 ? lockFor(working, terms, turn) : 0;
            var moved =
                    i == 0
                            ? movements(list, working, terms.getFirst(), lock, proceeds, turn.pit())
                            : List.<Movement>of();
            var hold = new Order.Hold(lock, 0);
            var alive = pending.get(i).alive(terms.get(i), hold, state.nextExecution(), turn);
            placed.add(turn.out().changed(Execution.NEW, alive, null, null, moved, turn.time()));
        }
        for (var order : placed) {
            matching.work(order, turn);
        }
    }

    /** What was received, down to whole lots and to what one order may have. */
    private static long lots(Order order, long proceeds, Pit pit) {
        var instrument = pit.instrument();
        var most =
                instrument.filter(Filter.LotSize.class).map(Filter.LotSize::max).orElse(proceeds);
        var quantity = Amounts.floorTo(Math.min(proceeds, most), pit.step());
        var market = instrument.filter(Filter.MarketLotSize.class);
        if (order.terms().type() == OrderType.MARKET && market.isPresent()) {
            return Amounts.floorTo(Math.min(quantity, market.get().max()), market.get().step());
        }
        return quantity;
    }

    /** The terms on which the orders can be placed now, none if they cannot. */
    private List<OrderTerms> placeable(
            OrderList list, Order working, List<Order> pending, long proceeds, Turn turn) {
        var placeable = new ArrayList<OrderTerms>();
        try {
            for (var order : pending) {
                var sized =
                        list.kind().sellsProceeds()
                                ? order.terms().withQuantity(lots(order, proceeds, turn.pit()))
                                : order.terms();
                var terms =
                        sized.type().conditional() ? sized : Peg.priced(sized, turn.pit().book());
                admission.checkFilters(terms, turn.pit(), turn.time());
                admission.checkMarket(terms, turn.pit().book());
                placeable.add(terms);
            }
        } catch (Refusal refusal) {
            return List.of();
        }
        var pays = Settlement.pays(placeable.getFirst(), turn.pit().instrument());
        var tooPoor =
                !list.kind().sellsProceeds()
                        && state.free(working.account(), pays) < lockFor(working, placeable, turn);
        return tooPoor ? List.of() : placeable;
    }

    private long lockFor(Order working, List<OrderTerms> terms, Turn turn) {
        var expired = selfTrades.expiredBy(working.account(), terms.getFirst());
        return turn.pit().lockFor(terms, expired);
    }

    private static List<Movement> movements(
            OrderList list, Order working, OrderTerms terms, long lock, long proceeds, Pit pit) {
        var account = working.account();
        if (!list.kind().sellsProceeds()) {
            var pays = Settlement.pays(terms, pit.instrument());
            return lock == 0
                    ? List.of()
                    : List.of(new Movement(pays, lock, free(account), locked(account)));
        }
        // The proceeds are locked already; what is less than a lot becomes free.
        return release(account, proceeds - lock, pit);
    }

    private static List<Movement> release(String account, long amount, Pit pit) {
        return amount <= 0
                ? List.of()
                : List.of(
                        new Movement(
                                pit.instrument().base(), amount, locked(account), free(account)));
    }

    private static void refuse(List<Order> pending, long proceeds, Turn turn) {
        var first = true;
        for (var order : pending) {
            var moved =
                    first ? release(order.account(), proceeds, turn.pit()) : List.<Movement>of();
            var ended = order.ended(OrderStatus.EXPIRED, "REJECTED", "", turn.time());
            turn.out().changed(Execution.EXPIRED, ended, null, null, moved, turn.time());
            first = false;
        }
    }
}
