package pro.cryptotrader.contracts.event;

import java.time.Instant;
import pro.cryptotrader.contracts.value.AccountId;

/**
 * The executor has seen this epoch: no entry permitted in an older one leaves from now on. Topic
 * {@code engine.acks}.
 *
 * @param executor the confirming instance
 * @param at wall time
 */
public record EpochConfirmed(AccountId account, long epoch, String executor, Instant at)
        implements AccountEvent {}
