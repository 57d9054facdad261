package pro.cryptotrader.position.outbound;

import pro.cryptotrader.core.position.AccountLedger;

/**
 * A ledger and the version under which the database has it.
 *
 * @param version 0 for one that was never kept
 */
public record StoredLedger(AccountLedger ledger, long version) {}
