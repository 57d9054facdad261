package pro.cryptotrader.simulator.matching;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Accounts, orders, lists and trades as the facts left them. Only {@link #apply} changes it, live
 * and at recovery.
 */
public final class VenueState {
    private static final int CLOSED_ORDERS_KEPT = 50_000;
    private static final int TRADES_KEPT = 100_000;

    private final Balances balances = new Balances();
    private final TreeMap<Long, Order> orders = new TreeMap<>();
    private final Map<String, TreeMap<Long, Order>> openBySymbol = new HashMap<>();
    private final Map<String, Long> byClientId = new HashMap<>();
    private final Deque<Long> closed = new ArrayDeque<>();
    private final TreeMap<Long, OrderList> lists = new TreeMap<>();
    private final Map<String, Long> listByClientId = new HashMap<>();
    private final Deque<Trade> trades = new ArrayDeque<>();
    private final Map<String, List<Fact.Shocked>> shocks = new LinkedHashMap<>();
    private final Set<String> touched = new HashSet<>();
    private long lastTime = Long.MIN_VALUE;
    private long lastExecution;
    private long lastTrade;
    private long lastOrder;
    private long lastList;

    /** Makes a fact true. */
    public void apply(Fact fact) {
        lastTime = Math.max(lastTime, fact.time());
        for (var movement : fact.movements()) {
            balances.move(movement);
            touched.add(movement.asset());
        }
        switch (fact) {
            case Fact.AccountOpened opened -> balances.open(opened.account());
            case Fact.OrderChanged changed -> apply(changed);
            case Fact.ListChanged changed -> apply(changed.list());
            case Fact.Shocked shocked ->
                    shocks.computeIfAbsent(shocked.symbol(), _ -> new ArrayList<>()).add(shocked);
            case Fact.Refused _ -> {}
        }
    }

    /**
     * Checks that nothing was created or lost since the last check.
     *
     * @throws IllegalStateException if the books do not balance
     */
    void assertConserved() {
        for (var asset : touched) {
            var sum = balances.sum(asset);
            if (sum != 0) {
                throw new IllegalStateException(
                        "the books do not balance: all "
                                + asset
                                + " sums to "
                                + Amounts.text(sum)
                                + " instead of 0");
            }
        }
        touched.clear();
    }

    private void apply(Fact.OrderChanged changed) {
        var order = changed.order();
        lastExecution = Math.max(lastExecution, changed.executionId());
        lastOrder = Math.max(lastOrder, order.id());
        orders.put(order.id(), order);
        byClientId.put(key(order.account(), order.terms().clientOrderId()), order.id());
        var open = openBySymbol.computeIfAbsent(order.terms().symbol(), _ -> new TreeMap<>());
        if (order.open()) {
            open.put(order.id(), order);
        } else if (open.remove(order.id()) != null) {
            closed.add(order.id());
            forgetOldest();
        }
        if (changed.fill() != null) {
            lastTrade = Math.max(lastTrade, changed.fill().tradeId());
            trades.add(new Trade(order, changed.fill(), changed.time()));
            if (trades.size() > TRADES_KEPT) {
                trades.remove();
            }
        }
    }

    private void apply(OrderList list) {
        lastList = Math.max(lastList, list.id());
        lists.put(list.id(), list);
        listByClientId.put(key(list.account(), list.clientListId()), list.id());
        if (lists.size() > CLOSED_ORDERS_KEPT) {
            var oldest = lists.firstEntry().getValue();
            if (oldest.done()) {
                lists.remove(oldest.id());
                listByClientId.remove(key(oldest.account(), oldest.clientListId()), oldest.id());
            }
        }
    }

    private void forgetOldest() {
        if (closed.size() > CLOSED_ORDERS_KEPT) {
            var oldest = orders.remove(closed.remove());
            if (oldest != null) {
                byClientId.remove(
                        key(oldest.account(), oldest.terms().clientOrderId()), oldest.id());
            }
        }
    }

    private static String key(String account, String clientId) {
        return account + '\n' + clientId;
    }

    /** All accounts but the venue's own. */
    public List<String> accounts() {
        return balances.accounts().stream().filter(account -> !account.startsWith("#")).toList();
    }

    /** Whether the account was opened. */
    public boolean hasAccount(String account) {
        return balances.has(account);
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

    /** What all holdings of an asset sum to: always 0. */
    public long sum(String asset) {
        return balances.sum(asset);
    }

    /** An order by the venue's id. */
    public Optional<Order> order(long id) {
        return Optional.ofNullable(orders.get(id));
    }

    /** The youngest order of the account with that client id. */
    public Optional<Order> order(String account, String clientOrderId) {
        return Optional.ofNullable(byClientId.get(key(account, clientOrderId)))
                .flatMap(this::order);
    }

    /** Kept orders, oldest first. */
    public List<Order> orders(Predicate<Order> wanted) {
        return orders.values().stream().filter(wanted).toList();
    }

    /** Open orders of a symbol, oldest first. */
    public Collection<Order> open(String symbol) {
        var open = openBySymbol.get(symbol);
        return open == null ? List.of() : Collections.unmodifiableCollection(open.values());
    }

    /** Open orders of an account, oldest first; of all symbols if {@code symbol} is null. */
    public List<Order> open(String account, @Nullable String symbol) {
        return openBySymbol.entrySet().stream()
                .filter(entry -> symbol == null || entry.getKey().equals(symbol))
                .flatMap(entry -> entry.getValue().values().stream())
                .filter(order -> order.account().equals(account))
                .sorted((a, b) -> Long.compare(a.id(), b.id()))
                .toList();
    }

    /** Kept fills, oldest first. */
    public List<Trade> trades(Predicate<Trade> wanted) {
        return trades.stream().filter(wanted).toList();
    }

    /** An order list by the venue's id. */
    public Optional<OrderList> list(long id) {
        return Optional.ofNullable(lists.get(id));
    }

    /** The youngest list of the account with that client id. */
    public Optional<OrderList> list(String account, String clientListId) {
        return Optional.ofNullable(listByClientId.get(key(account, clientListId)))
                .flatMap(this::list);
    }

    /** Kept order lists, oldest first. */
    public List<OrderList> lists(Predicate<OrderList> wanted) {
        return lists.values().stream().filter(wanted).toList();
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
        return lastOrder + 1;
    }

    long nextList() {
        return lastList + 1;
    }
}
