package pro.cryptotrader.contracts.event;

import java.time.Instant;
import java.util.UUID;
import pro.cryptotrader.contracts.value.AccountId;

/**
 * What is to become of a backtest. Topic {@code backtest.jobs}.
 *
 * @param issuedBy the user's name
 * @param at wall time
 */
public record BacktestCommand(
        AccountId account, UUID jobId, Action action, String issuedBy, Instant at)
        implements AccountEvent {
    /** CANCEL ends it as soon as possible; FORGET throws its reports away. */
    public enum Action {
        CANCEL,
        FORGET
    }
}
