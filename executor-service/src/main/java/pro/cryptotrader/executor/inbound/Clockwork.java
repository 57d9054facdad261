package pro.cryptotrader.executor.inbound;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import pro.cryptotrader.core.execution.TradeInput;
import pro.cryptotrader.executor.ExecutionDesk;
import pro.cryptotrader.executor.Fence;
import pro.cryptotrader.executor.LiveAccounts;
import pro.cryptotrader.executor.VenueConnections;
import pro.cryptotrader.executor.outbound.TradeRows;

/** What happens by the wall clock: looking after what is not settled, and comparing. */
@ApplicationScoped
class Clockwork {
    private final LiveAccounts accounts;
    private final VenueConnections connections;
    private final ExecutionDesk desk;
    private final Fence fence;
    private final TradeRows trades;
    private final InstantSource clock;
    private final AtomicLong longestBare = new AtomicLong();

    Clockwork(
            LiveAccounts accounts,
            VenueConnections connections,
            ExecutionDesk desk,
            Fence fence,
            TradeRows trades,
            InstantSource clock,
            MeterRegistry metrics) {
        this.accounts = accounts;
        this.connections = connections;
        this.desk = desk;
        this.fence = fence;
        this.trades = trades;
        this.clock = clock;
        metrics.gauge("position_unprotected_seconds", longestBare);
    }

    @Scheduled(
            every = "{executor.check-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void check() {
        fence.look();
        connections.lookAfter();
        var now = clock.instant();
        long longest = 0;
        for (var account : accounts.all()) {
            if (account.venue() == null) {
                continue;
            }
            for (var row : trades.activeOf(account.id())) {
                desk.feed(account.id(), row.trade().symbol(), new TradeInput.Check());
                var since = row.bareSince();
                if (since != null) {
                    longest = Math.max(longest, Duration.between(since, now).toSeconds());
                }
            }
        }
        longestBare.set(longest);
    }

    @Scheduled(
            every = "{executor.compare-every}",
            delayed = "{executor.compare-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void compare() {
        connections.compareOpenOrders();
    }

    @Scheduled(
            every = "{executor.balances-every}",
            delayed = "{executor.balances-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void compareFunds() {
        connections.compareFunds();
    }

    @Scheduled(
            every = "60s",
            delayed = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measureClock() {
        connections.measureClock();
    }
}
