package pro.cryptotrader.executor.inbound;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import pro.cryptotrader.core.execution.Trade;
import pro.cryptotrader.core.execution.TradeInput;
import pro.cryptotrader.executor.ExecutionDesk;
import pro.cryptotrader.executor.LiveAccounts;
import pro.cryptotrader.executor.VenueConnections;
import pro.cryptotrader.executor.outbound.TradeRows;

/** What happens by the wall clock: looking after what is not settled, and comparing. */
@ApplicationScoped
class Clockwork {
    private final LiveAccounts accounts;
    private final VenueConnections connections;
    private final ExecutionDesk desk;
    private final TradeRows trades;
    private final InstantSource clock;
    private final Map<Object, Instant> bareSince = new HashMap<>();
    private final AtomicLong longestBare;

    Clockwork(
            LiveAccounts accounts,
            VenueConnections connections,
            ExecutionDesk desk,
            TradeRows trades,
            InstantSource clock,
            MeterRegistry metrics) {
        this.accounts = accounts;
        this.connections = connections;
        this.desk = desk;
        this.trades = trades;
        this.clock = clock;
        this.longestBare = new AtomicLong();
        metrics.gauge("position_unprotected_seconds", longestBare);
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void check() {
        connections.lookAfter();
        var now = clock.instant();
        var bare = new HashMap<Object, Instant>();
        for (var account : accounts.all()) {
            if (account.venue() == null) {
                continue;
            }
            for (var row : trades.activeOf(account.id())) {
                var trade = row.trade();
                desk.feed(account.id(), trade.symbol(), new TradeInput.Check());
                var key = account.id() + "|" + trade.symbol();
                if (isBare(trade)) {
                    bare.put(key, bareSince.getOrDefault(key, now));
                }
            }
        }
        bareSince.clear();
        bareSince.putAll(bare);
        longestBare.set(
                bare.values().stream()
                        .mapToLong(since -> Duration.between(since, now).toSeconds())
                        .max()
                        .orElse(0));
    }

    @Scheduled(
            every = "10s",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void compare() {
        connections.compareOpenOrders();
    }

    @Scheduled(
            every = "60s",
            delayed = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measureClock() {
        connections.measureClock();
    }

    /** Something is held and nothing of ours rests at the venue. */
    private static boolean isBare(Trade trade) {
        var plan = trade.plan();
        return plan != null
                && !plan.over()
                && trade.held().signum() > 0
                && trade.orders().stream().noneMatch(order -> order.isOpen());
    }
}
