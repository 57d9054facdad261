package pro.cryptotrader.simulator.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Accounts, orders, lists and trades as the facts left them. Only {@link #apply} changes it, live
 * and at recovery.
 */
public final class VenueState {
    private final Balances balances;
    private final Map<String, AccountSettings> settings = new HashMap<>();
    private final Desks desks = new Desks();
    private final Orders orders;
    private final OrderLists lists = new OrderLists(desks);
    private final History history = new History();
    private final Map<String, SymbolStatus> statuses = new HashMap<>();
    private final Map<String, List<Fact.Shocked>> shocks = new LinkedHashMap<>();
    private final Set<String> touchedAssets = new HashSet<>();
    private final Set<String> touchedAccounts = new HashSet<>();
    private long lastTime = Long.MIN_VALUE;
    private long lastExecution;
    private long lastTrade;

    VenueState(List<Instrument> listed) {
        this(listed, new Balances(), Ranks::new);
    }

    VenueState(List<Instrument> listed, Balances balances, Supplier<Ranks> emptyRanks) {
        this.balances = balances;
        orders = new Orders(listed, desks, emptyRanks);
    }

    /** Makes a fact true. */
    public void apply(Fact fact) {
        lastTime = Math.max(lastTime, fact.time());
        for (var movement : fact.movements()) {
            balances.move(movement);
            touchedAssets.add(movement.asset());
        }
        switch (fact) {
            case Fact.AccountOpened opened -> balances.open(opened.account());
            case Fact.AccountSet set -> settings.put(set.account(), set.settings());
            case Fact.OrderChanged changed -> apply(changed);
            case Fact.StopTrailed trailed -> {
                var order = order(trailed.orderId()).orElseThrow();
                orders.put(order.tracked(trailed.extreme(), trailed.time()));
            }
            case Fact.ListChanged changed -> lists.apply(changed.list());
            case Fact.SymbolSwitched switched -> statuses.put(switched.symbol(), switched.status());
            case Fact.Shocked shocked ->
                    shocks.computeIfAbsent(shocked.symbol(), _ -> new ArrayList<>()).add(shocked);
            case Fact.Refused _, Fact.OrderRejected _ -> {}
        }
    }

    private void apply(Fact.OrderChanged changed) {
        var order = changed.order();
        lastExecution = Math.max(lastExecution, changed.executionId());
        touchedAccounts.add(order.account());
        var before = orders.put(order);
        var fill = changed.fill();
        if (fill != null) {
            lastTrade = Math.max(lastTrade, fill.tradeId());
            history.traded(new Trade(order, fill, changed.time()));
        }
        if (changed.prevention() != null) {
            history.prevented(changed.prevention());
        }
        if (changed.execution() == Fact.Execution.REPLACED && before != null) {
            history.amended(
                    new Amendment(
                            order.terms().symbol(),
                            order.id(),
                            changed.executionId(),
                            before.terms().clientOrderId(),
                            order.terms().clientOrderId(),
                            before.terms().quantity(),
                            order.terms().quantity(),
                            changed.time()));
        }
    }

    /**
     * Checks that nothing was created or lost since the last check, and that what is locked is what
     * the orders hold.
     *
     * @throws IllegalStateException if the books do not balance
     */
    void assertConserved() {
        for (var asset : touchedAssets) {
            var sum = balances.sum(asset);
            if (sum != 0) {
                throw new IllegalStateException(
                        "the books do not balance: all %s sums to %s instead of 0"
                                .formatted(asset, Amounts.text(sum)));
            }
        }
        for (var account : touchedAccounts) {
            touchedAssets.addAll(desks.assets(account));
            for (var asset : touchedAssets) {
                assertLocked(account, asset);
            }
        }
        touchedAssets.clear();
        touchedAccounts.clear();
    }

    private void assertLocked(String account, String asset) {
        var locked = balances.locked(account, asset);
        var held = desks.locked(account, asset);
        if (locked != held) {
            throw new IllegalStateException(
                    "the books do not balance: %s has %s %s locked, but its orders hold %s"
                            .formatted(account, Amounts.text(locked), asset, Amounts.text(held)));
        }
    }

    /** All accounts but the venue's own. */
    public List<String> accounts() {
        return balances.accounts().stream().filter(account -> !account.startsWith("#")).toList();
    }

    /** Whether the account was opened. */
    public boolean hasAccount(String account) {
        return balances.has(account);
    }

    /** What the account has chosen. */
    public AccountSettings settings(String account) {
        return settings.getOrDefault(account, AccountSettings.USUAL);
    }

    /**
     * Everything an account ever held, sorted by asset; {@code #fees} and {@code #outside} are
     * accounts too.
     */
    public List<Holding> holdings(String account) {
        return balances.assets(account).stream().map(asset -> holding(account, asset)).toList();
    }

    /** What an account holds of one asset. */
    public Holding holding(String account, String asset) {
        return new Holding(asset, balances.free(account, asset), balances.locked(account, asset));
    }

    long free(String account, String asset) {
        return balances.free(account, asset);
    }

    /** What all holdings of an asset sum to: always 0. */
    public long sum(String asset) {
        return balances.sum(asset);
    }

    /** An order by the venue's id. */
    public Optional<Order> order(long id) {
        return orders.get(id);
    }

    /** The youngest order of the account with that client id. */
    public Optional<Order> order(String account, String clientOrderId) {
        return orders.get(account, clientOrderId);
    }

    /** Kept orders, oldest first. */
    public List<Order> orders(Predicate<Order> wanted) {
        return orders.all(wanted);
    }

    /** Open orders of an account, oldest first; of all symbols if {@code symbol} is null. */
    public List<Order> open(String account, @Nullable String symbol) {
        return desks.open(account, symbol);
    }

    Desks desks() {
        return desks;
    }

    Ranks ranks(String symbol) {
        return orders.ranks(symbol);
    }

    /** Kept fills, oldest first. */
    public List<Trade> trades(Predicate<Trade> wanted) {
        return history.trades(wanted);
    }

    /** Kept prevented matches, oldest first. */
    public List<Prevention> preventions(Predicate<Prevention> wanted) {
        return history.preventions(wanted);
    }

    /** Kept amendments, oldest first. */
    public List<Amendment> amendments(Predicate<Amendment> wanted) {
        return history.amendments(wanted);
    }

    /** An order list by the venue's id. */
    public Optional<OrderList> list(long id) {
        return lists.get(id);
    }

    /** The youngest list of the account with that client id. */
    public Optional<OrderList> list(String account, String clientListId) {
        return lists.get(account, clientListId);
    }

    /** Kept order lists, oldest first. */
    public List<OrderList> lists(Predicate<OrderList> wanted) {
        return lists.all(wanted);
    }

    /** Whether a symbol can be traded. */
    public SymbolStatus status(String symbol) {
        return statuses.getOrDefault(symbol, SymbolStatus.TRADING);
    }

    /** Price shocks of a symbol, oldest first. */
    public List<Fact.Shocked> shocks(String symbol) {
        return shocks.getOrDefault(symbol, List.of());
    }

    /** Market time of the last fact, {@link Long#MIN_VALUE} before the first. */
    public long lastTime() {
        return lastTime;
    }

    long nextExecution() {
        return lastExecution + 1;
    }

    long nextTrade() {
        return lastTrade + 1;
    }

    long nextOrder() {
        return orders.next();
    }

    long nextList() {
        return lists.next();
    }

    long nextMatch(String symbol) {
        return history.nextMatch(symbol);
    }
}
