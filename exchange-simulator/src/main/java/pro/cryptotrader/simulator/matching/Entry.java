package pro.cryptotrader.simulator.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import pro.cryptotrader.simulator.matching.Fact.Execution;
import pro.cryptotrader.simulator.matching.Movement.Place;

/** Lets admitted orders and lists into the venue. */
final class Entry {
    private final VenueState state;
    private final Admission admission;
    private final Floor floor;
    private final SelfTrades selfTrades;

    Entry(VenueState state, Admission admission, Floor floor, SelfTrades selfTrades) {
        this.selfTrades = selfTrades;
        this.state = state;
        this.admission = admission;
        this.floor = floor;
    }

    List<Fact> single(String account, OrderTerms stated, Pit pit, long time) {
        var wanted = priced(stated, pit, time);
        admission.admit(account, wanted, pit, time);
        var terms = sized(account, wanted, pit, time);
        var lock = pit.lockFor(terms, selfTrades.expiredBy(account, terms));
        requireFunds(account, terms, lock, pit);
        var turn = new Turn(pit, new Recorder(state), time);
        floor.work(accept(account, -1, Role.SINGLE, terms, true, lock, turn), turn);
        return turn.out().done();
    }

    /**
     * The terms of an order that comes onto the book at once, with its price if that is pegged.
     * Both the stated and the pegged price have to pass the filters.
     */
    OrderTerms priced(OrderTerms stated, Pit pit, long time) {
        Peg.check(stated, pit.instrument().abilities());
        if (!stated.awaitsPrice() || stated.type().conditional()) {
            return stated;
        }
        admission.checkFilters(stated, pit, time);
        return Peg.priced(stated, pit.book());
    }

    /** A market order by amount gets its quantity, which has to pass the filters too. */
    OrderTerms sized(String account, OrderTerms wanted, Pit pit, long time) {
        var terms = pit.sized(wanted, selfTrades.expiredBy(account, wanted));
        if (wanted.quoteQuantity() > 0) {
            admission.checkFilters(terms, pit, time);
            if (terms.quantity() == 0) {
                throw Refusal.filter("LOT_SIZE");
            }
        }
        return terms;
    }

    List<Fact> list(
            String account,
            ListKind kind,
            String clientListId,
            List<OrderTerms> stated,
            Pit pit,
            long time) {
        stated.forEach(terms -> Peg.check(terms, pit.instrument().abilities()));
        var alive = kind == ListKind.OCO ? stated.size() : 1;
        var orders = new ArrayList<>(stated);
        for (var i = 0; i < alive; i++) {
            orders.set(i, priced(stated.get(i), pit, time));
        }
        admission.admit(account, kind, clientListId, orders, pit, time);
        var live = orders.subList(0, alive);
        var lock = pit.lockFor(live, selfTrades.expiredBy(account, live.getFirst()));
        requireFunds(account, live.getFirst(), lock, pit);

        var turn = new Turn(pit, new Recorder(state), time);
        var listId = state.nextList();
        open(account, kind, clientListId, orders.size(), listId, turn);
        var accepted = new ArrayList<Order>();
        for (var i = 0; i < orders.size(); i++) {
            var role = role(kind, orders.size(), i);
            var held = i == 0 ? lock : 0;
            accepted.add(accept(account, listId, role, orders.get(i), i < live.size(), held, turn));
        }
        if (kind != ListKind.OCO) {
            floor.work(accepted.getFirst(), turn);
        }
        return turn.out().done();
    }

    private void open(
            String account, ListKind kind, String clientListId, int size, long listId, Turn turn) {
        var first = state.nextOrder();
        var ids = LongStream.range(first, first + size).boxed().toList();
        var list =
                new OrderList(
                        listId,
                        account,
                        turn.pit().symbol(),
                        kind,
                        clientListId,
                        ids,
                        "EXEC_STARTED",
                        "EXECUTING",
                        turn.time());
        turn.out().record(new Fact.ListChanged(turn.time(), list));
    }

    private static Role role(ListKind kind, int orders, int index) {
        if (kind != ListKind.OCO && index == 0) {
            return Role.WORKING;
        }
        return kind == ListKind.OCO || orders == 3 ? Role.LEG : Role.PENDING;
    }

    private void requireFunds(String account, OrderTerms terms, long lock, Pit pit) {
        if (state.free(account, Settlement.pays(terms, pit.instrument())) < lock) {
            throw Refusal.engine("Account has insufficient balance for requested action.");
        }
    }

    private Order accept(
            String account,
            long listId,
            Role role,
            OrderTerms terms,
            boolean alive,
            long lock,
            Turn turn) {
        var hold = new Order.Hold(lock, 0);
        var pending =
                new Order(
                        state.nextOrder(),
                        account,
                        listId,
                        role,
                        terms,
                        OrderStatus.PENDING_NEW,
                        Order.Progress.NONE,
                        hold,
                        Station.NONE,
                        new Order.Times(turn.time(), turn.time(), -1),
                        Order.Ending.OPEN);
        var order = alive ? pending.alive(terms, hold, state.nextExecution(), turn) : pending;
        var moved =
                lock == 0
                        ? List.<Movement>of()
                        : List.of(
                                new Movement(
                                        Settlement.pays(terms, turn.pit().instrument()),
                                        lock,
                                        Place.free(account),
                                        Place.locked(account)));
        turn.pit().book().touched();
        return turn.out().changed(Execution.NEW, order, null, null, moved, turn.time());
    }
}
