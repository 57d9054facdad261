package pro.cryptotrader.contracts.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.AccountId;

/**
 * The engine of an account as it is now. Topic {@code engine.state} (compacted).
 *
 * @param epoch grows by one with every change; permits of an older epoch are void
 * @param confirmedEpoch the highest epoch that the executor has confirmed; a stop is complete when
 *     it equals {@code epoch}
 * @param liquidate whether open positions are to be sold
 * @param commandId the command that led here; null when it changed by itself
 * @param reason one sentence
 * @param at wall time
 */
public record EngineStateChanged(
        AccountId account,
        EngineState state,
        long epoch,
        long confirmedEpoch,
        boolean liquidate,
        @Nullable UUID commandId,
        String reason,
        Instant at)
        implements AccountEvent {}
