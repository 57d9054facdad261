package pro.cryptotrader.contracts.event;

import java.time.Instant;
import pro.cryptotrader.contracts.value.AccountId;

/**
 * What an operator asks of an account's engine. Its event id is the command's id. Topic {@code
 * engine.commands}.
 *
 * @param closePositions whether open positions are sold at the market (STOP and EMERGENCY_STOP
 *     only)
 * @param issuedBy the user's name, or the service that acted by itself
 * @param reason why, in the operator's words; may be empty
 * @param issuedAt wall time
 */
public record EngineCommand(
        AccountId account,
        Action action,
        boolean closePositions,
        String issuedBy,
        String reason,
        Instant issuedAt)
        implements AccountEvent {
    /** The commands. RESET leaves an emergency stop and needs a reason. */
    public enum Action {
        START,
        PAUSE,
        RESUME,
        STOP,
        EMERGENCY_STOP,
        RESET
    }
}
