package pro.cryptotrader.contracts.event;

import java.time.Instant;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * Get out of a whole position at the market. Topic {@code position.exits}.
 *
 * @param positionId the position that is meant; void once it is closed
 */
public record ExitRequested(
        AccountId account, Symbol symbol, long positionId, Reason reason, Instant at)
        implements AccountEvent {
    /** Why the position is left. */
    public enum Reason {
        LIQUIDATION,
        MANUAL,
        OPPOSITE_SIGNAL,
        TRAILING_STOP,
        TIME_STOP
    }
}
