package pro.cryptotrader.simulator.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The matching engine: orders, cancels and market trades in, facts out.
 *
 * <p>Takers walk the {@link Book}: synthetic offers around the market's price, and the accounts'
 * own orders. A resting order fills wholly when the market trades beyond its price, and at its
 * price up to the volume of trades whose aggressor comes from the other side, the older order
 * first. Times are milliseconds of market time and must not run backwards.
 */
public final class Engine {
    private final Map<String, Pit> pits = new HashMap<>();
    private final VenueState state;
    private final Rules rules;
    private final Admission admission;
    private final Floor floor;
    private final Entry entry;
    private final Changes changes;
    private final Swaps swaps;

    /** The commission rate is a fraction in 1e-8, the same for makers and takers. */
    public Engine(List<Instrument> instruments, long feeRate) {
        this(instruments, Rules.of(Commission.flat(feeRate)));
    }

    /** Lists instruments under the venue's rules. */
    public Engine(List<Instrument> instruments, Rules rules) {
        this(instruments, rules, new VenueState(instruments));
    }

    Engine(List<Instrument> instruments, Rules rules, VenueState state) {
        this.state = state;
        this.rules = rules;
        for (var instrument : instruments) {
            pits.put(instrument.symbol(), new Pit(instrument, state.ranks(instrument.symbol())));
        }
        admission = new Admission(state, rules);
        var settlement = new Settlement(state, new Cashier(state, rules, pits));
        var selfTrades = new SelfTrades(state);
        floor = new Floor(state, settlement, admission, selfTrades);
        entry = new Entry(state, admission, floor, selfTrades);
        changes = new Changes(state, settlement, floor);
        swaps = new Swaps(state, admission, entry, changes);
    }

    /** What is true now. */
    public VenueState state() {
        return state;
    }

    /** What holds for all symbols. */
    public Rules rules() {
        return rules;
    }

    /** Standard commission of a taker as a fraction of what is received, 1e-8. */
    public long feeRate() {
        return rules.commission().standard().taker();
    }

    /** The book of a listed symbol. */
    public Book book(String symbol) {
        return pit(symbol).book();
    }

    /** A listed symbol's rules. */
    public Instrument instrument(String symbol) {
        return pit(symbol).instrument();
    }

    /** The market's average price over the minutes that the symbol's filters name. */
    public long averagePrice(String symbol, long time) {
        var pit = pit(symbol);
        return pit.average(pit.instrument().averageMinutes(), time);
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
        return one(new Fact.AccountOpened(time, account, deposits));
    }

    /** Changes what an account has chosen. */
    public List<Fact> settle(String account, AccountSettings settings, long time) {
        return one(new Fact.AccountSet(time, account, settings));
    }

    /**
     * Enters one order.
     *
     * @throws Refusal with Binance's code; nothing has changed then
     */
    public List<Fact> enter(String account, OrderTerms wanted, long time) {
        return entry.single(account, wanted, pit(wanted.symbol()), time);
    }

    /**
     * Looks for every reason to refuse an order but missing funds; nothing changes.
     *
     * @throws Refusal with Binance's code
     */
    public void check(String account, OrderTerms wanted, long time) {
        var pit = pit(wanted.symbol());
        admission.admit(account, wanted, pit, time);
        entry.sized(account, wanted, pit, time);
    }

    /**
     * Enters an order list; its working order, or else both legs, come alive at once.
     *
     * @param orders the working order first where there is one; of a pair the leg above first
     * @throws Refusal with Binance's code; nothing has changed then
     */
    public List<Fact> enter(
            String account,
            ListKind kind,
            String clientListId,
            List<OrderTerms> orders,
            long time) {
        var pit = pit(orders.getFirst().symbol());
        return entry.list(account, kind, clientListId, orders, pit, time);
    }

    /**
     * Cancels an order, and with it its whole list.
     *
     * @param cancelId the client id of the request
     * @throws Refusal -2011 if it is not open
     */
    public List<Fact> cancel(String account, long orderId, String cancelId, long time) {
        return cancel(account, orderId, cancelId, CancelRestriction.NONE, time);
    }

    /**
     * Cancels an order if it is in the right state.
     *
     * @throws Refusal -2011 if it is not
     */
    public List<Fact> cancel(
            String account,
            long orderId,
            String cancelId,
            CancelRestriction restriction,
            long time) {
        var order = changes.find(account, orderId, -2011);
        return changes.cancel(order, cancelId, restriction, turn(order, time));
    }

    /** Cancels everything an account has open on a symbol, in one go. */
    public List<Fact> cancelAll(String account, String symbol, String cancelId, long time) {
        return changes.cancelAll(account, pit(symbol), cancelId, time);
    }

    /**
     * Makes an order smaller without losing its place.
     *
     * @throws Refusal -2038 if it is not open or cannot be amended like that
     */
    public List<Fact> amend(
            String account, long orderId, String clientOrderId, long quantity, long time) {
        var order = changes.find(account, orderId, -2038);
        return changes.amend(order, clientOrderId, quantity, turn(order, time));
    }

    /**
     * Cancels one order and enters another, with nothing in between.
     *
     * @throws Refusal if the new order passes no filter; nothing has changed then
     */
    public Replacement replace(
            String account, Replacement.Request request, OrderTerms wanted, long time) {
        var pit = pit(wanted.symbol());
        return swaps.replace(account, request, wanted, new Turn(pit, new Recorder(state), time));
    }

    /** The market traded: what rests may fill, what sleeps may wake. */
    public List<Fact> trade(
            String symbol, long price, long quantity, boolean buyerMaker, long time) {
        var pit = pit(symbol);
        pit.traded(price, quantity, buyerMaker, time);
        if (!state.status(symbol).takesOrders()) {
            return List.of();
        }
        var out = new Recorder(state);
        floor.marketTraded(price, quantity, buyerMaker, new Turn(pit, out, time));
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
        return one(new Fact.Shocked(time, pit(symbol).symbol(), factor));
    }

    /** A symbol can be traded from now on, or no longer. */
    public List<Fact> status(String symbol, SymbolStatus status, long time) {
        return one(new Fact.SymbolSwitched(time, pit(symbol).symbol(), status));
    }

    /** The best prices as another venue quotes them. */
    public void quote(String symbol, long bid, long ask) {
        pit(symbol).book().quoted(bid, ask);
    }

    /**
     * Makes a fact true that was decided earlier, or elsewhere. The facts of one command balance
     * only together, so the books are checked with the next command.
     */
    public void restore(Fact fact) {
        state.apply(fact);
    }

    private List<Fact> one(Fact fact) {
        var out = new Recorder(state);
        out.record(fact);
        return out.done();
    }

    private Turn turn(Order order, long time) {
        return new Turn(pit(order.terms().symbol()), new Recorder(state), time);
    }

    private Pit pit(String symbol) {
        var pit = pits.get(symbol);
        if (pit == null) {
            throw new Refusal(-1121, "Invalid symbol.");
        }
        return pit;
    }
}
