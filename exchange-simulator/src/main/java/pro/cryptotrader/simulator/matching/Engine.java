package pro.cryptotrader.simulator.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pro.cryptotrader.simulator.matching.Fact.Execution;

/**
 * The matching engine: orders, cancels and market trades in, facts out.
 *
 * <p>A resting order fills wholly when the market trades beyond its price, and at its price up to
 * the volume of trades whose aggressor comes from the other side, the older order first. Takers
 * walk the synthetic {@link Book}. Accounts do not trade with each other. Times are milliseconds of
 * market time and must not run backwards.
 */
public final class Engine {
    private final Map<String, Pit> pits = new HashMap<>();
    private final VenueState state = new VenueState();
    private final Admission admission = new Admission(state);
    private final Floor floor;
    private final long feeRate;

    /** The commission rate is a fraction in 1e-8, the same for makers and takers. */
    public Engine(List<Instrument> instruments, long feeRate) {
        for (var instrument : instruments) {
            pits.put(instrument.symbol(), new Pit(instrument, new Book(instrument)));
        }
        this.feeRate = feeRate;
        floor = new Floor(state, admission, feeRate);
    }

    /** What is true now. */
    public VenueState state() {
        return state;
    }

    /** Commission as a fraction of what is received, 1e-8. */
    public long feeRate() {
        return feeRate;
    }

    /** The book of a listed symbol. */
    public Book book(String symbol) {
        return pit(symbol).book();
    }

    /** A listed symbol's filters. */
    public Instrument instrument(String symbol) {
        return pit(symbol).instrument();
    }

    /**
     * Opens an account with balances from the outside world; an account that exists stays as it is.
     */
    public List<Fact> open(String account, Map<String, Long> balances, long time) {
        if (state.hasAccount(account)) {
            return List.of();
        }
        var deposits =
                new TreeMap<>(balances)
                        .entrySet().stream()
                                .filter(entry -> entry.getValue() > 0)
                                .map(entry ->
                                        new Movement(
                                                entry.getKey(),
                                                entry.getValue(),
                                                Movement.Place.free(Balances.OUTSIDE),
                                                Movement.Place.free(account)))
                                .toList();
        var out = new Recorder(state);
        out.record(new Fact.AccountOpened(time, account, deposits));
        return out.done();
    }

    /**
     * Enters one order.
     *
     * @throws Refusal with Binance's code; nothing has changed then
     */
    public List<Fact> enter(String account, OrderTerms wanted, long time) {
        var pit = pit(wanted.symbol());
        admission.admit(account, wanted, pit.instrument(), pit.book());
        var terms = pit.sized(wanted);
        var lock = floor.lockFor(terms, pit);
        requireFunds(account, terms, lock, pit);
        var out = new Recorder(state);
        var order = accept(account, -1, Role.SINGLE, terms, OrderStatus.NEW, lock, pit, out, time);
        floor.work(order, pit, out, time);
        return out.done();
    }

    /**
     * Looks for every reason to refuse an order but missing funds; nothing changes.
     *
     * @throws Refusal with Binance's code
     */
    public void check(String account, OrderTerms wanted) {
        var pit = pit(wanted.symbol());
        admission.admit(account, wanted, pit.instrument(), pit.book());
        pit.sized(wanted);
    }

    /**
     * Enters an order list; its working order, or else both legs, come alive at once.
     *
     * @param orders the working order first where there is one
     * @throws Refusal with Binance's code; nothing has changed then
     */
    public List<Fact> enter(
            String account,
            ListKind kind,
            String clientListId,
            List<OrderTerms> orders,
            long time) {
        var pit = pit(orders.getFirst().symbol());
        admission.admit(account, kind, clientListId, orders, pit.instrument(), pit.book());
        var live = kind == ListKind.OCO ? orders : orders.subList(0, 1);
        var lock = live.stream().mapToLong(terms -> floor.lockFor(terms, pit)).max().orElseThrow();
        requireFunds(account, live.getFirst(), lock, pit);

        var out = new Recorder(state);
        var listId = state.nextList();
        var firstId = state.nextOrder();
        var ids = new ArrayList<Long>();
        for (var i = 0; i < orders.size(); i++) {
            ids.add(firstId + i);
        }
        var symbol = pit.instrument().symbol();
        out.record(
                new Fact.ListChanged(
                        time,
                        new OrderList(
                                listId,
                                account,
                                symbol,
                                kind,
                                clientListId,
                                List.copyOf(ids),
                                "EXEC_STARTED",
                                "EXECUTING",
                                time)));
        var accepted = new ArrayList<Order>();
        for (var i = 0; i < orders.size(); i++) {
            var alive = i < live.size();
            var role = role(kind, orders.size(), i);
            var status = alive ? OrderStatus.NEW : OrderStatus.PENDING_NEW;
            accepted.add(
                    accept(
                            account,
                            listId,
                            role,
                            orders.get(i),
                            status,
                            i == 0 ? lock : 0,
                            pit,
                            out,
                            time));
        }
        if (kind != ListKind.OCO) {
            floor.work(accepted.getFirst(), pit, out, time);
        }
        return out.done();
    }

    private static Role role(ListKind kind, int orders, int index) {
        if (kind != ListKind.OCO && index == 0) {
            return Role.WORKING;
        }
        return kind == ListKind.OCO || orders == 3 ? Role.LEG : Role.PENDING;
    }

    private void requireFunds(String account, OrderTerms terms, long lock, Pit pit) {
        var pays = Floor.payingAsset(terms, pit.instrument());
        if (state.holding(account, pays).free() < lock) {
            throw Refusal.engine("Account has insufficient balance for requested action.");
        }
    }

    private Order accept(
            String account,
            long listId,
            Role role,
            OrderTerms terms,
            OrderStatus status,
            long lock,
            Pit pit,
            Recorder out,
            long time) {
        var onBook = status == OrderStatus.NEW && !terms.type().conditional();
        var order =
                new Order(
                        state.nextOrder(),
                        account,
                        listId,
                        role,
                        terms,
                        status,
                        0,
                        0,
                        0,
                        lock,
                        0,
                        onBook,
                        time,
                        time,
                        onBook ? time : -1,
                        "",
                        "");
        var moved =
                lock == 0
                        ? List.<Movement>of()
                        : List.of(
                                new Movement(
                                        Floor.payingAsset(terms, pit.instrument()),
                                        lock,
                                        Movement.Place.free(account),
                                        Movement.Place.locked(account)));
        return out.changed(Execution.NEW, order, null, moved, time);
    }

    /**
     * Cancels an order, and with it its whole list.
     *
     * @param cancelId the client id of the request
     * @throws Refusal -2011 if it is not open
     */
    public List<Fact> cancel(String account, long orderId, String cancelId, long time) {
        var order =
                state.order(orderId)
                        .filter(found -> found.account().equals(account) && found.open())
                        .orElseThrow(() -> new Refusal(-2011, "Unknown order sent."));
        var pit = pit(order.terms().symbol());
        var out = new Recorder(state);
        var together = state.list(order.listId()).map(floor::open).orElse(List.of(order));
        for (var each : together) {
            floor.end(each, OrderStatus.CANCELED, "", cancelId, pit, out, time);
        }
        return out.done();
    }

    /** The market traded: what rests may fill, what sleeps may wake. */
    public List<Fact> trade(
            String symbol, long price, long quantity, boolean buyerMaker, long time) {
        var pit = pit(symbol);
        pit.book().traded(price, buyerMaker);
        if (state.open(symbol).isEmpty()) {
            return List.of();
        }
        var out = new Recorder(state);
        floor.marketTraded(pit, price, quantity, buyerMaker, out, time);
        return out.done();
    }

    /** The market traded, but nobody is to notice: what happened then has been restored already. */
    public void mark(String symbol, long price, boolean buyerMaker) {
        pit(symbol).book().traded(price, buyerMaker);
    }

    /**
     * From {@code time} on the market's price of a symbol is multiplied by {@code factor} (1e-8).
     */
    public List<Fact> shock(String symbol, long factor, long time) {
        var out = new Recorder(state);
        out.record(new Fact.Shocked(time, pit(symbol).instrument().symbol(), factor));
        return out.done();
    }

    /** The best prices as another venue quotes them. */
    public void quote(String symbol, long bid, long ask) {
        pit(symbol).book().quoted(bid, ask);
    }

    /** Makes a fact true that was decided earlier, or elsewhere. */
    public void restore(Fact fact) {
        state.apply(fact);
        state.assertConserved();
    }

    private Pit pit(String symbol) {
        var pit = pits.get(symbol);
        if (pit == null) {
            throw new Refusal(-1121, "Invalid symbol.");
        }
        return pit;
    }
}
