package pro.cryptotrader.risk;

import pro.cryptotrader.contracts.value.AccountId;

/** The account has no configuration, or none that has arrived yet, and so no engine. */
public final class UnknownAccount extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownAccount(AccountId account) {
        super("account '%s' has no configuration and so no engine".formatted(account));
    }
}
