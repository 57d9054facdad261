package pro.cryptotrader.executor;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import pro.cryptotrader.binance.OrderGate;
import pro.cryptotrader.binance.SpotAccount;
import pro.cryptotrader.executor.outbound.FenceRow;
import pro.cryptotrader.messaging.DatabaseFailure;

/**
 * One executor acts. A process takes the next epoch when it starts; from then on an older one can
 * neither commit a decision nor send: the epoch is read in every deciding transaction, and once
 * more between a request's timestamp and its departure. Whoever is stopped after that arrives later
 * than its recvWindow and is refused by the venue. Decision 20 says what remains and why it is
 * harmless.
 */
@ApplicationScoped
public class Fence implements OrderGate {
    private static final Logger LOG = Logger.getLogger(Fence.class);
    private static final int FENCED_OUT = 17;

    /** How far our clock and the venue's may disagree before a request is refused. */
    private static final Duration SKEW = Duration.ofSeconds(1);

    private final FenceRow row;
    private final CrashPoints crash;
    private final InstantSource wall;
    private final String instance;
    private volatile long epoch;
    private volatile Instant takenAt = Instant.MIN;

    Fence(
            FenceRow row,
            CrashPoints crash,
            InstantSource wall,
            @ConfigProperty(name = "executor.instance") String instance) {
        this.row = row;
        this.crash = crash;
        this.wall = wall;
        this.instance = instance;
    }

    /** Before anything is revived, and before any message arrives. */
    void take(@Observes @Priority(5) StartupEvent event) {
        var holder = "%s/%d".formatted(instance, ProcessHandle.current().pid());
        epoch = row.take(holder, wall.instant());
        takenAt = wall.instant();
        LOG.infof("this executor acts in epoch %d", epoch);
    }

    /** When this process took over; long ago while it has not. */
    Instant takenAt() {
        return takenAt;
    }

    /** The epoch that this process acts in. */
    public long epoch() {
        return epoch;
    }

    /**
     * Holds the fence until the caller's transaction ends; this process dies when another has taken
     * it.
     */
    void hold() {
        if (!hasBegun()) {
            throw new IllegalStateException("this executor has not taken its epoch yet");
        }
        dieUnless(row.epochUntilCommit());
    }

    /** Notices that another process has taken over, when nothing else happens. */
    public void look() {
        if (hasBegun()) {
            dieUnless(row.epoch());
        }
    }

    /** Timers run before the start has come to its end. */
    private boolean hasBegun() {
        return epoch > 0;
    }

    /**
     * Waits until no entry that the process before us had sent can enter the matching engine any
     * more: only then may a stop be confirmed. At most three seconds after a start.
     */
    void awaitPredecessors() {
        var safe = takenAt.plus(SpotAccount.ENTRY_WINDOW).plus(SKEW);
        var wait = Duration.between(wall.instant(), safe);
        if (wait.isPositive()) {
            try {
                TimeUnit.MILLISECONDS.sleep(Math.min(wait.toMillis(), 3_000));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while waiting for the process before", e);
            }
        }
    }

    @Override
    public Optional<String> objection(String request) {
        if (!hasBegun()) {
            return Optional.of("this executor has not taken its epoch yet");
        }
        try {
            dieUnless(row.epoch());
        } catch (DatabaseFailure e) {
            return Optional.of(
                    "it is not certain that this executor still acts: " + e.getMessage());
        }
        crash.reached("before-send", kind(request));
        return Optional.empty();
    }

    @Override
    public void left(String request) {
        crash.reached("after-send", kind(request));
    }

    /** What a request does, in the words of the trade's commands. */
    private static String kind(String request) {
        if (request.startsWith("DELETE")) {
            return "CANCEL";
        }
        return request.endsWith("/oco")
                ? "PLACE_PROTECTION"
                : request.contains("/orderList/") ? "PLACE_ENTRY" : "SELL";
    }

    /** A process that lives on would hold partitions and locks of its successor. */
    private void dieUnless(long now) {
        if (now != epoch) {
            LOG.errorf("epoch %d has been taken over by %d: this executor ends", epoch, now);
            Runtime.getRuntime().halt(FENCED_OUT);
        }
    }
}
