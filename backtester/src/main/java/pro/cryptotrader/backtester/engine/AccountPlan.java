package pro.cryptotrader.backtester.engine;

import pro.cryptotrader.contracts.config.TradingConfig;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Money;

/**
 * An account that takes part.
 *
 * @param config its own configuration; what it does not trade is not traded for it
 * @param cash what it starts with, in the quote asset of its symbols
 */
public record AccountPlan(AccountId account, TradingConfig config, Money cash) {
    public AccountPlan {
        if (config.symbols().isEmpty()) {
            throw new IllegalArgumentException(
                    "account %s trades no symbol; its configuration must name at least one"
                            .formatted(account));
        }
        if (!cash.isPositive()) {
            throw new IllegalArgumentException(
                    "account %s starts with money, not with %s".formatted(account, cash));
        }
    }
}
