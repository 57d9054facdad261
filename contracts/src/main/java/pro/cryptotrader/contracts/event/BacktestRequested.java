package pro.cryptotrader.contracts.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.AccountId;

/**
 * Somebody wants a backtest. Its event id is the job's id. Topic {@code backtest.jobs}.
 *
 * @param study null for a single run
 * @param requestedBy the user's name
 * @param at wall time
 */
public record BacktestRequested(
        AccountId account,
        Kind kind,
        BacktestPlan plan,
        @Nullable BacktestStudy study,
        String requestedBy,
        Instant at)
        implements AccountEvent {
    public BacktestRequested {
        if (kind != Kind.RUN && study == null) {
            throw new IllegalArgumentException(kind + " needs a study");
        }
    }

    /** What is done with the plan. */
    public enum Kind {
        RUN,
        OPTIMISE,
        WALK_FORWARD,
        MONTE_CARLO
    }
}
