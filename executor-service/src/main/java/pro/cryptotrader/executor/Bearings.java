package pro.cryptotrader.executor;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import pro.cryptotrader.contracts.event.RiskVerdict;

/**
 * What a process that has just started must hear before it can judge a verdict: a price, and the
 * engine's state. They come on channels of their own, in no order; a verdict that came first would
 * be refused for what is about to be known.
 */
@ApplicationScoped
class Bearings {
    /** Counted from the start, so that a market that is silent holds nobody up later. */
    static final Duration BOUND = Duration.ofSeconds(60);

    private static final long STEP_MILLIS = 20;

    private final LatestMarket market;
    private final LiveAccounts accounts;
    private final InstantSource wall;

    Bearings(LatestMarket market, LiveAccounts accounts, InstantSource wall) {
        this.market = market;
        this.accounts = accounts;
        this.wall = wall;
    }

    /** Waits until {@code verdict} can be judged, or the start is over. */
    void await(RiskVerdict.Approved verdict, Instant startedAt) {
        var until = startedAt.plus(BOUND);
        while (!areTaken(verdict) && wall.instant().isBefore(until)) {
            try {
                TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while waiting for a price", e);
            }
        }
    }

    /** Of an account that is not known nothing is about to be heard: others do not wait for it. */
    private boolean areTaken(RiskVerdict.Approved verdict) {
        var account = accounts.find(verdict.account());
        return account == null
                || (market.time() != null && account.engine().epoch() >= verdict.epoch());
    }
}
