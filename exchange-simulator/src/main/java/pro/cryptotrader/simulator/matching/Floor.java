package pro.cryptotrader.simulator.matching;

import static pro.cryptotrader.simulator.matching.Movement.Place.free;
import static pro.cryptotrader.simulator.matching.Movement.Place.locked;

import java.util.ArrayList;
import java.util.List;
import pro.cryptotrader.simulator.matching.Fact.Execution;

/**
 * Where orders trade, trigger, wait and end: everything that happens to an order after it was
 * admitted.
 */
final class Floor {
    private final VenueState state;
    private final Admission admission;
    private final long feeRate;

    Floor(VenueState state, Admission admission, long feeRate) {
        this.state = state;
        this.admission = admission;
        this.feeRate = feeRate;
    }

    /** What an order on these terms has to lock, in the asset it pays with. */
    long lockFor(OrderTerms terms, Pit pit) {
        if (terms.side() == Side.SELL) {
            return terms.quantity();
        }
        if (terms.type() == OrderType.MARKET) {
            return cost(pit.book().plan(Side.BUY, 0, terms.quantity(), Long.MAX_VALUE));
        }
        return Amounts.multiply(terms.worstPrice(), terms.quantity());
    }

    static long cost(List<Book.Level> slices) {
        return slices.stream()
                .mapToLong(slice -> Amounts.multiply(slice.price(), slice.quantity()))
                .reduce(0, Math::addExact);
    }

    static String payingAsset(OrderTerms terms, Instrument instrument) {
        return terms.side() == Side.BUY ? instrument.quote() : instrument.base();
    }

    /** An order that is on the book takes what it can and may, then rests or expires. */
    void work(Order order, Pit pit, Recorder out, long time) {
        var terms = order.terms();
        if (!order.onBook() || terms.type() == OrderType.LIMIT_MAKER) {
            return;
        }
        var budget =
                Math.addExact(
                        order.locked(),
                        state.holding(order.account(), pit.instrument().quote()).free());
        var limit = terms.type().priced() ? terms.price() : 0;
        var slices = pit.book().plan(terms.side(), limit, order.remaining(), budget);
        var offered = slices.stream().mapToLong(Book.Level::quantity).sum();
        var worked = order;
        if (terms.timeInForce() != TimeInForce.FOK || offered == order.remaining()) {
            for (var slice : slices) {
                pit.book().take(terms.side(), slice.quantity());
                worked = fill(worked, slice, false, pit, out, time);
            }
        }
        if (worked.open() && !terms.type().priced()) {
            end(worked, OrderStatus.EXPIRED, "INSUFFICIENT_LIQUIDITY", "", pit, out, time);
        } else if (worked.open() && terms.timeInForce() != TimeInForce.GTC) {
            var reason =
                    "UNFILLED_"
                            + terms.timeInForce()
                            + (terms.timeInForce() == TimeInForce.IOC
                                    ? "_QUANTITY_EXPIRED"
                                    : "_ORDER_EXPIRED");
            end(worked, OrderStatus.EXPIRED, reason, "", pit, out, time);
        }
    }

    /** The market traded: resting orders fill, sleeping ones wake. */
    void marketTraded(
            Pit pit, long price, long quantity, boolean buyerMaker, Recorder out, long time) {
        var hit =
                state.open(pit.instrument().symbol()).stream()
                        .filter(order -> order.resting() && order.reachedBy(price, buyerMaker))
                        .sorted(Order::byPriceThenTime)
                        .toList();
        var volume = Amounts.floorTo(quantity, pit.instrument().step());
        for (var found : hit) {
            var order = current(found);
            if (!order.resting()) {
                continue;
            }
            var limit = order.terms().price();
            var through = limit != price;
            var amount = through ? order.remaining() : Math.min(order.remaining(), volume);
            if (amount > 0) {
                volume -= through ? 0 : amount;
                fill(
                        excludeSibling(order, out, time),
                        new Book.Level(limit, amount),
                        true,
                        pit,
                        out,
                        time);
            }
        }
        var woken =
                state.open(pit.instrument().symbol()).stream()
                        .filter(order -> order.dormant() && order.terms().triggeredBy(price))
                        .toList();
        for (var found : woken) {
            if (current(found).dormant()) {
                trigger(current(found), pit, out, time);
            }
        }
    }

    private Order current(Order order) {
        return state.order(order.id()).orElseThrow();
    }

    private void trigger(Order dormant, Pit pit, Recorder out, long time) {
        var order = excludeSibling(dormant, out, time);
        var awake =
                out.changed(
                        Execution.NEW,
                        order.triggered(order.locked(), time),
                        null,
                        List.of(),
                        time);
        work(awake, pit, out, time);
    }

    /** The other leg of an OCO expires; what it had locked now stands behind this one. */
    private Order excludeSibling(Order order, Recorder out, long time) {
        if (order.role() != Role.LEG) {
            return order;
        }
        var sibling =
                list(order).orders().stream()
                        .map(id -> state.order(id).orElseThrow())
                        .filter(other ->
                                other.id() != order.id()
                                        && other.role() == Role.LEG
                                        && other.open())
                        .findFirst();
        if (sibling.isEmpty()) {
            return order;
        }
        var inherited = Math.addExact(order.locked(), sibling.get().locked());
        var expired = sibling.get().ended(OrderStatus.EXPIRED, "OCO_TRIGGER", "", time);
        out.changed(Execution.EXPIRED, expired, null, List.of(), time);
        return order.holding(inherited);
    }

    private OrderList list(Order order) {
        return state.list(order.listId()).orElseThrow();
    }

    private Order fill(
            Order order, Book.Level slice, boolean maker, Pit pit, Recorder out, long time) {
        var instrument = pit.instrument();
        var terms = order.terms();
        var quote = Amounts.multiply(slice.price(), slice.quantity());
        var buys = terms.side() == Side.BUY;
        var gross = buys ? slice.quantity() : quote;
        var fee = Amounts.multiply(gross, feeRate);
        var receives = buys ? instrument.base() : instrument.quote();
        var fill =
                new Fill(
                        state.nextTrade(),
                        slice.price(),
                        slice.quantity(),
                        quote,
                        fee,
                        receives,
                        maker);

        var moved = new ArrayList<Movement>();
        var keeps = keepsProceeds(order);
        var pays = payingAsset(terms, instrument);
        var due = buys ? quote : slice.quantity();
        var fromLock = Math.min(due, order.locked());
        move(moved, pays, fromLock, locked(order.account()), free(Balances.OUTSIDE));
        move(moved, pays, due - fromLock, free(order.account()), free(Balances.OUTSIDE));
        move(
                moved,
                receives,
                gross - fee,
                free(Balances.OUTSIDE),
                keeps ? locked(order.account()) : free(order.account()));
        move(moved, receives, fee, free(Balances.OUTSIDE), free(Balances.FEES));
        var lock = order.locked() - fromLock;
        var left = order.remaining() - slice.quantity();
        var needed =
                left == 0
                        ? 0
                        : buys && terms.type().priced()
                                ? Amounts.multiply(terms.price(), left)
                                : lock;
        move(
                moved,
                pays,
                Math.max(0, lock - needed),
                locked(order.account()),
                free(order.account()));

        var reserved = keeps && left > 0 ? Math.addExact(order.reserved(), gross - fee) : 0;
        var filled = order.filled(fill, Math.min(lock, needed), reserved, time);
        out.changed(Execution.TRADE, filled, fill, moved, time);
        if (!filled.open()) {
            closed(filled, pit, out, time);
        }
        return filled;
    }

    private boolean keepsProceeds(Order order) {
        return order.role() == Role.WORKING && list(order).kind().sellsProceeds();
    }

    private static void move(
            List<Movement> moved,
            String asset,
            long amount,
            Movement.Place from,
            Movement.Place to) {
        if (amount > 0) {
            moved.add(new Movement(asset, amount, from, to));
        }
    }

    /** An order ends unfilled, wholly or in part; what it held becomes free. */
    void end(
            Order order,
            OrderStatus how,
            String reason,
            String cancelId,
            Pit pit,
            Recorder out,
            long time) {
        var moved = new ArrayList<Movement>();
        var account = order.account();
        var pays = payingAsset(order.terms(), pit.instrument());
        move(moved, pays, order.locked(), locked(account), free(account));
        move(moved, pit.instrument().base(), order.reserved(), locked(account), free(account));
        var execution = how == OrderStatus.CANCELED ? Execution.CANCELED : Execution.EXPIRED;
        var ended =
                out.changed(execution, order.ended(how, reason, cancelId, time), null, moved, time);
        closed(ended, pit, out, time);
    }

    /** What the end of an order means for its list. */
    private void closed(Order order, Pit pit, Recorder out, long time) {
        if (order.role() == Role.SINGLE) {
            return;
        }
        var list = list(order);
        if (order.role() == Role.WORKING) {
            if (order.status() == OrderStatus.FILLED) {
                new PendingOrders(state, admission, this).place(list, order, pit, out, time);
            } else if (order.status() == OrderStatus.EXPIRED) {
                expire(open(list), "OTO_PHASE_ONE_EXPIRED", pit, out, time);
            }
        }
        if (open(list).isEmpty() && !list(order).done()) {
            out.record(new Fact.ListChanged(time, list.changed("ALL_DONE", "ALL_DONE")));
        }
    }

    List<Order> open(OrderList list) {
        return list.orders().stream()
                .map(id -> state.order(id).orElseThrow())
                .filter(Order::open)
                .toList();
    }

    private void expire(List<Order> orders, String reason, Pit pit, Recorder out, long time) {
        for (var order : orders) {
            end(order, OrderStatus.EXPIRED, reason, "", pit, out, time);
        }
    }
}
