package pro.cryptotrader.simulator.matching;

import java.util.List;
import pro.cryptotrader.simulator.matching.Fact.Execution;

/** What follows: trades wake and trail sleeping orders, ends move order lists on. */
final class Floor {
    private final VenueState state;
    private final Settlement settlement;
    private final Admission admission;
    private final Pairs pairs;
    private final SelfTrades selfTrades;
    private final Matching matching;
    private final PendingOrders pendingOrders;

    Floor(VenueState state, Settlement settlement, Admission admission, SelfTrades selfTrades) {
        this.state = state;
        this.settlement = settlement;
        this.admission = admission;
        pairs = new Pairs(state);
        this.selfTrades = selfTrades;
        matching = new Matching(state, settlement, pairs, selfTrades);
        pendingOrders = new PendingOrders(state, admission, matching, selfTrades);
    }

    Pairs pairs() {
        return pairs;
    }

    /** A new order does what it can, and whatever follows from that happens. */
    void work(Order order, Turn turn) {
        matching.work(order, turn);
        settle(turn);
    }

    /** The market traded: resting orders fill, lists move on, sleeping orders wake. */
    void marketTraded(long price, long quantity, boolean buyerMaker, Turn turn) {
        matching.marketTraded(price, quantity, buyerMaker, turn);
        settle(turn);
        for (var sleeping : turn.pit().ranks().trailing()) {
            trail(sleeping, price, turn);
        }
        for (var woken : turn.pit().ranks().woken(price)) {
            var now = pairs.current(woken);
            if (now.dormant()) {
                trigger(now, turn);
            }
        }
    }

    private void trail(Order sleeping, long price, Turn turn) {
        var order = pairs.current(sleeping);
        if (!order.dormant()) {
            return;
        }
        var terms = order.terms();
        var extreme = order.station().extreme();
        if (!order.tracking()) {
            if (terms.stopMetBy(price)) {
                turn.out().record(new Fact.StopTrailed(turn.time(), order.id(), price));
            }
        } else if (terms.side() == Side.SELL ? price > extreme : price < extreme) {
            turn.out().record(new Fact.StopTrailed(turn.time(), order.id(), price));
        } else if (terms.trailedBy(price, extreme)) {
            trigger(order, turn);
        }
    }

    private void trigger(Order dormant, Turn turn) {
        var order = pairs.alone(dormant, turn);
        if (tooDear(order, turn) || !awake(order, turn)) {
            settlement.end(order, OrderStatus.EXPIRED, "REJECTED", "", turn);
        }
        settle(turn);
    }

    /** Brings an order onto the book at the price it has or gets now; false if that cannot be. */
    private boolean awake(Order order, Turn turn) {
        OrderTerms terms;
        try {
            terms = Peg.priced(order.terms(), turn.pit().book());
            if (order.terms().awaitsPrice()) {
                admission.checkFilters(terms, turn.pit(), turn.time());
            }
        } catch (Refusal refusal) {
            return false;
        }
        var hold = order.hold();
        List<Movement> moved = List.of();
        if (order.terms().awaitsPrice() && terms.side() == Side.BUY) {
            var needed = Amounts.multiply(terms.price(), order.remaining());
            var quote = turn.pit().instrument().quote();
            if (needed - order.locked() > state.free(order.account(), quote)) {
                return false;
            }
            moved = Settlement.relock(order, needed, turn);
            hold = new Order.Hold(needed, order.reserved());
        }
        var awake = order.working(terms, hold, state.nextExecution(), turn.time());
        turn.out().changed(Execution.NEW, awake, null, null, moved, turn.time());
        matching.work(awake, turn);
        return true;
    }

    /** A market purchase may have become dearer than what was locked for it and is still free. */
    private boolean tooDear(Order order, Turn turn) {
        if (order.terms().type().priced() || order.terms().side() == Side.SELL) {
            return false;
        }
        var quote = turn.pit().instrument().quote();
        var money = Math.addExact(order.locked(), state.free(order.account(), quote));
        return turn.pit()
                        .cost(
                                order.terms(),
                                order.remaining(),
                                selfTrades.expiredBy(order.account(), order.terms()))
                > money;
    }

    /** Whatever the end of an order means for its list. */
    void settle(Turn turn) {
        for (var order = turn.out().nextClosed(); order != null; order = turn.out().nextClosed()) {
            settle(order, turn.of(order));
        }
    }

    private void settle(Order order, Turn turn) {
        var list = pairs.list(order);
        if (list.done()) {
            return;
        }
        var open = pairs.open(list);
        if (order.role() == Role.WORKING && order.status() == OrderStatus.FILLED) {
            pendingOrders.place(list, order, open, turn);
        } else if (order.role() == Role.WORKING && order.status() != OrderStatus.CANCELED) {
            expire(open, "OTO_PHASE_ONE_EXPIRED", turn);
        } else if (order.status() == OrderStatus.EXPIRED_IN_MATCH) {
            expire(open, "OCO_TRIGGER", turn);
        }
        if (pairs.open(list).isEmpty() && !pairs.list(order).done()) {
            var done = pairs.list(order).changed("ALL_DONE", "ALL_DONE");
            turn.out().record(new Fact.ListChanged(turn.time(), done));
        }
    }

    private void expire(List<Order> orders, String reason, Turn turn) {
        for (var order : orders) {
            settlement.end(order, OrderStatus.EXPIRED, reason, "", turn);
        }
    }
}
