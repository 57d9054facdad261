package pro.cryptotrader.executor;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.binance.SpotAccount;
import pro.cryptotrader.binance.UserEvent;
import pro.cryptotrader.binance.VenueOrder;
import pro.cryptotrader.binance.VenueTrade;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.core.execution.Trade;
import pro.cryptotrader.core.execution.TradeInput;
import pro.cryptotrader.executor.outbound.ForeignOrderRows;
import pro.cryptotrader.executor.outbound.OrderRows;
import pro.cryptotrader.executor.outbound.TradeRows;
import pro.cryptotrader.executor.outbound.VenueReports;

/** Makes what we believe equal to what the venue says. Runs on the account's lane. */
@ApplicationScoped
class Reconciliation {
    private static final int LONGEST_SECONDS = 120;

    /** What the venue itself rounds by. */
    private static final BigDecimal SMALLEST = new BigDecimal("0.00000001");

    private final ExecutionService service;
    private final AccountLedger ledger;
    private final ExecutionDesk desk;
    private final TradeRows trades;
    private final OrderRows orders;
    private final ForeignOrders foreign;
    private final ForeignOrderRows foreignRows;
    private final CrashPoints crash;
    private final Map<AccountId, Map<Asset, BigDecimal>> suspicions = new ConcurrentHashMap<>();

    Reconciliation(
            ExecutionService service,
            AccountLedger ledger,
            ExecutionDesk desk,
            TradeRows trades,
            OrderRows orders,
            ForeignOrders foreign,
            ForeignOrderRows foreignRows,
            CrashPoints crash) {
        this.service = service;
        this.ledger = ledger;
        this.crash = crash;
        this.desk = desk;
        this.trades = trades;
        this.orders = orders;
        this.foreign = foreign;
        this.foreignRows = foreignRows;
    }

    /**
     * The full pass, at start and after every gap: rules, trades since the last look, every order
     * that is not over, then whatever else rests at the venue.
     */
    void full(LiveAccount account, SpotAccount venue) {
        var symbols = symbols(account);
        account.learn(venue.rules(symbols));
        crash.reached("before", "RECONCILE");
        for (var symbol : symbols) {
            account.learnAverage(symbol, venue.averagePrice(symbol));
            scan(account, venue, symbol);
        }
        crash.reached("within", "RECONCILE");
        var work = new ArrayList<CompletableFuture<Void>>();
        for (var symbol : symbols) {
            work.add(desk.settle(account.id(), symbol, new TradeInput.Gap()));
        }
        await(work);
        trades.activeOf(account.id()).stream()
                .map(TradeRows.Row::trade)
                .filter(Trade::isDoubted)
                .findFirst()
                .ifPresent(trade -> {
                    throw new IllegalStateException(
                            "the venue did not say what became of every order in "
                                    + trade.symbol());
                });
        await(light(account, venue));
        balances(account, venue);
        crash.reached("after", "RECONCILE");
    }

    /** The continuous pass: every order that we believe to rest does, and no other. */
    List<CompletableFuture<Void>> light(LiveAccount account, SpotAccount venue) {
        var seen = new HashMap<Symbol, Set<OrderId>>();
        var open = venue.openOrders();
        account.learnResting(open);
        for (var order : open) {
            var rules = account.rules(order.symbol());
            var id = VenueReports.orderId(order.clientOrderId());
            if (rules != null && id != null && orders.isOurs(id)) {
                seen.computeIfAbsent(rules.instrument().symbol(), _ -> new HashSet<>()).add(id);
            } else {
                foreign.seen(account.id(), order);
            }
        }
        askForeign(account, venue, open);
        var work = new ArrayList<CompletableFuture<Void>>();
        for (var row : trades.activeOf(account.id())) {
            var symbol = row.trade().symbol();
            work.add(
                    desk.settle(
                            account.id(),
                            symbol,
                            new TradeInput.OpenOrders(seen.getOrDefault(symbol, Set.of()))));
        }
        return work;
    }

    /** What has become of those that rested when we last looked and do not now. */
    private void askForeign(LiveAccount account, SpotAccount venue, List<VenueOrder> open) {
        var resting =
                open.stream()
                        .map(order -> order.symbol() + order.orderId())
                        .collect(Collectors.toSet());
        for (var known : foreignRows.openOf(account.id())) {
            var rules = account.rules(known.venueSymbol());
            if (rules != null && !resting.contains(known.venueSymbol() + known.venueOrderId())) {
                foreign.seen(
                        account.id(),
                        venue.order(
                                rules.instrument().symbol(), Long.parseLong(known.venueOrderId())));
            }
        }
    }

    /** Trades that the stream has not told, then every balance against what we have told. */
    void funds(LiveAccount account, SpotAccount venue) {
        for (var symbol : symbols(account)) {
            account.learnAverage(symbol, venue.averagePrice(symbol));
            scan(account, venue, symbol);
        }
        balances(account, venue);
    }

    /** Whether a balance was found that nothing explains, so that a second look is due. */
    boolean isSuspicious(AccountId account) {
        return !suspicions.getOrDefault(account, Map.of()).isEmpty();
    }

    /**
     * A balance that differs from what we have told may be a fill on its way to us: it counts when
     * the next look finds the same difference.
     */
    private void balances(LiveAccount account, SpotAccount venue) {
        var snapshot = venue.account();
        account.learn(snapshot);
        var found = new TreeMap<Asset, BigDecimal>();
        snapshot.balances().forEach((asset, balance) -> found.put(asset, balance.total()));
        var expected = ledger.expected(account.id(), found);
        var assets = new TreeSet<>(found.keySet());
        assets.addAll(expected.keySet());
        var before = suspicions.getOrDefault(account.id(), Map.of());
        var now = new HashMap<Asset, BigDecimal>();
        for (var asset : assets) {
            var told = AccountLedger.total(expected, asset);
            var there = AccountLedger.total(found, asset);
            var difference = there.subtract(told);
            if (difference.abs().compareTo(SMALLEST) <= 0) {
                continue;
            }
            var suspected = before.get(asset);
            if (suspected != null && suspected.compareTo(difference) == 0) {
                ledger.correct(account.id(), asset, told, there);
            } else {
                now.put(asset, difference);
            }
        }
        suspicions.put(account.id(), now);
        for (var row : trades.of(account.id())) {
            var trade = row.trade();
            if (trade.held().signum() > 0) {
                desk.feed(
                        account.id(),
                        trade.symbol(),
                        new TradeInput.Owned(AccountLedger.total(found, trade.symbol().base())));
            }
        }
    }

    private Set<Symbol> symbols(LiveAccount account) {
        var symbols = new LinkedHashSet<>(account.symbols());
        trades.of(account.id()).forEach(row -> symbols.add(row.trade().symbol()));
        return symbols;
    }

    /** Looks at the trades that have come since the last look, ours and others'. */
    private void scan(LiveAccount account, SpotAccount venue, Symbol symbol) {
        var known =
                trades.of(account.id()).stream()
                        .filter(row -> row.trade().symbol().equals(symbol))
                        .map(TradeRows.Row::scannedTo)
                        .findFirst()
                        .orElse(null);
        if (known == null) {
            service.scanned(account.id(), symbol, venue.latestTradeId(symbol));
            return;
        }
        var found = venue.tradesFrom(symbol, known + 1);
        var byOrder = new HashMap<Long, List<VenueTrade>>();
        found.forEach(trade ->
                byOrder.computeIfAbsent(trade.orderId(), _ -> new ArrayList<>()).add(trade));
        var work = new ArrayList<CompletableFuture<Void>>();
        byOrder.forEach((number, itsTrades) -> {
            var id = ours(account, venue, symbol, number);
            if (id == null) {
                itsTrades.forEach(trade -> ledger.foreignTrade(account.id(), symbol, trade));
            } else {
                work.add(
                        desk.settle(
                                account.id(),
                                symbol,
                                new TradeInput.Reported(VenueReports.ofTrades(id, itsTrades))));
            }
        });
        await(work);
        if (!found.isEmpty()) {
            service.scanned(account.id(), symbol, found.getLast().id());
        }
    }

    private @Nullable OrderId ours(
            LiveAccount account, SpotAccount venue, Symbol symbol, long number) {
        var known = orders.find(account.id(), symbol, number);
        if (known.isPresent()) {
            return known.get();
        }
        var id = VenueReports.orderId(venue.order(symbol, number).clientOrderId());
        return id != null && orders.isOurs(id) ? id : null;
    }

    /** Something happened at the venue. */
    void onEvent(LiveAccount account, UserEvent event) {
        switch (event) {
            case UserEvent.ExecutionReport report -> onReport(account, report);
            case UserEvent.BalanceUpdate update ->
                    ledger.moveFunds(
                            account.id(), new Asset(update.asset()), update.delta(), update.at());
            default -> {}
        }
    }

    private void onReport(LiveAccount account, UserEvent.ExecutionReport report) {
        var order = report.order();
        var rules = account.rules(order.symbol());
        if (rules == null) {
            foreign.seen(account.id(), order);
            return;
        }
        var symbol = rules.instrument().symbol();
        var id = VenueReports.orderId(order.clientOrderId());
        if (id != null && orders.isOurs(id)) {
            desk.feed(account.id(), symbol, new TradeInput.Reported(VenueReports.of(id, report)));
        } else {
            foreign.seen(account.id(), order);
            order.fills().forEach(trade -> ledger.foreignTrade(account.id(), symbol, trade));
        }
    }

    private static void await(List<CompletableFuture<Void>> work) {
        try {
            CompletableFuture.allOf(work.toArray(CompletableFuture[]::new))
                    .get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("not reconciled within " + LONGEST_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while reconciling", e);
        }
    }
}
