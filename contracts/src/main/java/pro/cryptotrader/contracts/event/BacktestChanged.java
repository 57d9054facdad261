package pro.cryptotrader.contracts.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.AccountId;

/**
 * A backtest as it is now. Topic {@code backtest.progress}.
 *
 * @param revision grows with every change of this job
 * @param done of {@code total}; they begin again with every phase
 * @param note what is being done, or why it ended, in words
 * @param outcome null until it is done
 * @param at wall time
 */
public record BacktestChanged(
        AccountId account,
        UUID jobId,
        long revision,
        State state,
        long done,
        long total,
        String note,
        @Nullable BacktestOutcome outcome,
        Instant at)
        implements AccountEvent {
    /** How far a backtest has come; the last three are ends. */
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        public boolean isEnd() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }
    }
}
