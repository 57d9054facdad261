package pro.cryptotrader.executor;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.binance.SpotAccount;
import pro.cryptotrader.binance.UserEvent;
import pro.cryptotrader.binance.VenueOrder;
import pro.cryptotrader.binance.VenueTrade;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.core.execution.TradeInput;
import pro.cryptotrader.executor.outbound.OrderRows;
import pro.cryptotrader.executor.outbound.TradeRows;
import pro.cryptotrader.executor.outbound.VenueReports;

/** Makes what we believe equal to what the venue says. Runs on the account's lane. */
@ApplicationScoped
class Reconciliation {
    private static final int LONGEST_SECONDS = 120;

    private final ExecutionService service;
    private final ExecutionDesk desk;
    private final TradeRows trades;
    private final OrderRows orders;

    Reconciliation(
            ExecutionService service, ExecutionDesk desk, TradeRows trades, OrderRows orders) {
        this.service = service;
        this.desk = desk;
        this.trades = trades;
        this.orders = orders;
    }

    /**
     * The full pass, at start and after every gap: rules, trades since the last look, every order
     * that is not over, then whatever else rests at the venue.
     */
    void full(LiveAccount account, SpotAccount venue) {
        var symbols = symbols(account);
        account.learn(venue.rules(symbols), venue.account());
        for (var symbol : symbols) {
            scan(account, venue, symbol);
        }
        var work = new ArrayList<CompletableFuture<Void>>();
        for (var symbol : symbols) {
            work.add(desk.settle(account.id(), symbol, new TradeInput.Gap()));
        }
        await(work);
        light(account, venue);
    }

    /** The continuous pass: every order that we believe to rest does, and no other. */
    void light(LiveAccount account, SpotAccount venue) {
        var seen = new HashMap<Symbol, Set<OrderId>>();
        for (var order : venue.openOrders()) {
            var rules = account.rules(order.symbol());
            var id = VenueReports.orderId(order.clientOrderId());
            if (rules != null && id != null && orders.isOurs(id)) {
                seen.computeIfAbsent(rules.instrument().symbol(), _ -> new HashSet<>()).add(id);
            } else {
                tellForeign(account, order);
            }
        }
        for (var row : trades.activeOf(account.id())) {
            var symbol = row.trade().symbol();
            desk.feed(
                    account.id(),
                    symbol,
                    new TradeInput.OpenOrders(seen.getOrDefault(symbol, Set.of())));
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
                itsTrades.forEach(trade -> service.foreignTrade(account.id(), symbol, trade));
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
                    service.moveFunds(
                            account.id(), new Asset(update.asset()), update.delta(), update.at());
            default -> {}
        }
    }

    private void onReport(LiveAccount account, UserEvent.ExecutionReport report) {
        var order = report.order();
        var rules = account.rules(order.symbol());
        if (rules == null) {
            tellForeign(account, order);
            return;
        }
        var symbol = rules.instrument().symbol();
        var id = VenueReports.orderId(order.clientOrderId());
        if (id != null && orders.isOurs(id)) {
            desk.feed(account.id(), symbol, new TradeInput.Reported(VenueReports.of(id, report)));
        } else {
            tellForeign(account, order);
            order.fills().forEach(trade -> service.foreignTrade(account.id(), symbol, trade));
        }
    }

    private void tellForeign(LiveAccount account, VenueOrder order) {
        service.tell(
                "foreign-order|%s|%s|%d".formatted(account.id(), order.symbol(), order.orderId()),
                account.id(),
                TradingLog.Level.WARNING,
                "An order that is not ours was found at the venue: %s %s %s of %s"
                        .formatted(
                                order.side(),
                                order.type(),
                                order.quantity().toPlainString(),
                                order.symbol()));
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
