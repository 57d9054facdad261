package pro.cryptotrader.simulator.matching;

import static pro.cryptotrader.simulator.matching.Movement.Place.free;
import static pro.cryptotrader.simulator.matching.Movement.Place.locked;

import java.util.ArrayList;
import java.util.List;
import pro.cryptotrader.simulator.matching.Fact.Execution;

/** What changes hands when an order trades, shrinks or ends. */
final class Settlement {
    private final VenueState state;
    private final Cashier cashier;

    Settlement(VenueState state, Cashier cashier) {
        this.state = state;
        this.cashier = cashier;
    }

    /**
     * An execution about to happen.
     *
     * @param tradeId -1 if it is an allocation
     * @param counter -1 for the market
     * @param allocation -1 if it is a trade
     */
    record Deal(
            long tradeId, long price, long quantity, boolean maker, long counter, long allocation) {
        /** A trade on the order's own book. */
        static Deal trade(long tradeId, long price, long quantity, boolean maker, long counter) {
            return new Deal(tradeId, price, quantity, maker, counter, -1);
        }
    }

    static String pays(OrderTerms terms, Instrument instrument) {
        return terms.side() == Side.BUY ? instrument.quote() : instrument.base();
    }

    static String receives(OrderTerms terms, Instrument instrument) {
        return terms.side() == Side.BUY ? instrument.base() : instrument.quote();
    }

    /** What an order has to hold for {@code left} of its quantity. */
    private static long needed(Order order, long left) {
        if (left == 0) {
            return 0;
        }
        var terms = order.terms();
        if (terms.side() == Side.SELL) {
            return Math.min(left, order.locked());
        }
        return estimated(terms)
                ? order.locked()
                : Math.min(order.locked(), Amounts.multiply(terms.price(), left));
    }

    /**
     * The order trades against the outside world, which passes on to whoever is on the other side.
     */
    Order fill(Order order, Deal deal, Turn turn) {
        var receives = receives(order.terms(), turn.pit().instrument());
        var quote = Amounts.multiply(deal.price(), deal.quantity());
        var buys = order.terms().side() == Side.BUY;
        var gross = buys ? deal.quantity() : quote;
        var due = buys ? quote : deal.quantity();
        var keeps = keepsProceeds(order);
        var fee = cashier.fee(order, deal.maker(), gross, keeps, turn);
        var net = fee.fromFree() ? gross : gross - fee.amount();
        var left = order.remaining() - deal.quantity();
        var fromLock = Math.min(due, order.locked());
        var stays = stays(order, left, order.locked() - fromLock);

        var moved = new ArrayList<Movement>(5);
        pay(moved, order, due, fromLock, turn);
        var proceeds = keeps ? locked(order.account()) : free(order.account());
        move(moved, receives, net, free(Balances.OUTSIDE), proceeds);
        var payer = fee.fromFree() ? order.account() : Balances.OUTSIDE;
        move(moved, fee.asset(), fee.amount(), free(payer), free(Balances.FEES));
        release(moved, order, order.locked() - fromLock - stays, turn);

        var fill = executed(deal, quote, receives, fee);
        var reserved = keeps && left > 0 ? Math.addExact(order.reserved(), net) : 0;
        var hold = new Order.Hold(stays, reserved);
        var filled = order.filled(fill, hold, state.nextExecution(), turn.time());
        turn.out().changed(Execution.TRADE, filled, fill, null, moved, turn.time());
        return filled;
    }

    private static Fill executed(Deal deal, long quote, String receives, Cashier.Fee fee) {
        return new Fill(
                deal.tradeId(),
                deal.price(),
                deal.quantity(),
                quote,
                receives,
                fee.amount(),
                fee.asset(),
                fee.fromFree(),
                deal.maker(),
                deal.counter(),
                deal.allocation());
    }

    private static void pay(List<Movement> moved, Order order, long due, long fromLock, Turn turn) {
        var asset = pays(order.terms(), turn.pit().instrument());
        var outside = free(Balances.OUTSIDE);
        move(moved, asset, fromLock, locked(order.account()), outside);
        move(moved, asset, due - fromLock, free(order.account()), outside);
    }

    private static long stays(Order order, long left, long lock) {
        return Math.min(lock, needed(order, left));
    }

    /** OPO: what the working order buys stays locked for the pending one. */
    private boolean keepsProceeds(Order order) {
        return order.role() == Role.WORKING
                && state.list(order.listId()).orElseThrow().kind().sellsProceeds();
    }

    /** An order ends unfilled, wholly or in part; what it held becomes free. */
    Order end(Order order, OrderStatus how, String reason, String cancelId, Turn turn) {
        var moved = new ArrayList<Movement>(2);
        release(moved, order, order.locked(), turn);
        move(
                moved,
                turn.pit().instrument().base(),
                order.reserved(),
                locked(order.account()),
                free(order.account()));
        var execution = how == OrderStatus.CANCELED ? Execution.CANCELED : Execution.EXPIRED;
        var ended = order.ended(how, reason, cancelId, turn.time());
        return turn.out().changed(execution, ended, null, null, moved, turn.time());
    }

    /** Self-trade prevention takes {@code quantity} away from an order. */
    Order prevent(Order order, Prevention prevention, long quantity, Turn turn) {
        var left = order.remaining() - quantity;
        var stays = stays(order, left, order.locked());
        var moved = new ArrayList<Movement>(4);
        release(moved, order, order.locked() - stays, turn);
        if (left == 0) {
            move(
                    moved,
                    turn.pit().instrument().base(),
                    order.reserved(),
                    locked(order.account()),
                    free(order.account()));
        }
        if (prevention.mode() == StpMode.TRANSFER) {
            transfer(moved, order, prevention, turn);
        }
        var shrunk =
                order.prevented(
                        quantity,
                        prevention.matchId(),
                        new Order.Hold(stays, left == 0 ? 0 : order.reserved()),
                        turn.time());
        return turn.out()
                .changed(Execution.TRADE_PREVENTION, shrunk, null, prevention, moved, turn.time());
    }

    /** Between accounts of one trade group what would have been traded changes hands anyway. */
    private static void transfer(
            List<Movement> moved, Order order, Prevention prevention, Turn turn) {
        var notional = Amounts.multiply(prevention.price(), prevention.quantity());
        var buys = order.terms().side() == Side.BUY;
        var account = free(order.account());
        var outside = free(Balances.OUTSIDE);
        var instrument = turn.pit().instrument();
        var base = prevention.quantity();
        move(moved, instrument.base(), base, buys ? outside : account, buys ? account : outside);
        move(
                moved,
                instrument.quote(),
                notional,
                buys ? account : outside,
                buys ? outside : account);
    }

    /** An order becomes smaller where it stands. */
    Order amend(Order order, String clientOrderId, long quantity, Turn turn) {
        var left = quantity - order.executed() - order.progress().prevented();
        // A leg's lock covers its whole pair, and one without a price is an estimate: both shrink
        // in proportion.
        var inProportion = order.role() == Role.LEG || estimated(order.terms());
        var stays =
                inProportion
                        ? Amounts.share(order.locked(), left, order.remaining())
                        : stays(order, left, order.locked());
        var moved = new ArrayList<Movement>(1);
        release(moved, order, order.locked() - stays, turn);
        var amended = order.amended(clientOrderId, quantity, stays, turn.time());
        return turn.out().changed(Execution.REPLACED, amended, null, null, moved, turn.time());
    }

    /** What moves when an order is to hold {@code needed} instead of what it holds. */
    static List<Movement> relock(Order order, long needed, Turn turn) {
        var asset = pays(order.terms(), turn.pit().instrument());
        var free = free(order.account());
        var locked = locked(order.account());
        var moved = new ArrayList<Movement>(1);
        move(moved, asset, needed - order.locked(), free, locked);
        move(moved, asset, order.locked() - needed, locked, free);
        return moved;
    }

    private static boolean estimated(OrderTerms terms) {
        return !terms.type().priced() || terms.awaitsPrice();
    }

    private static void release(List<Movement> moved, Order order, long amount, Turn turn) {
        var asset = pays(order.terms(), turn.pit().instrument());
        move(moved, asset, amount, locked(order.account()), free(order.account()));
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
}
