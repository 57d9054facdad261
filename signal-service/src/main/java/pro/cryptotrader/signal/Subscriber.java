package pro.cryptotrader.signal;

import pro.cryptotrader.contracts.value.AccountId;

/**
 * An account that trades a signal.
 *
 * @param userId the account's owner
 */
public record Subscriber(AccountId account, String userId) {}
