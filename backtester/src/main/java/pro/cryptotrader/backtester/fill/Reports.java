package pro.cryptotrader.backtester.fill;

import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.core.execution.TradeInput;

/** Hears what the venue says without having been asked in the same breath. */
@FunctionalInterface
public interface Reports {
    /**
     * Something happened.
     *
     * @param timeMillis market time
     */
    void said(AccountId account, Symbol symbol, TradeInput input, long timeMillis);
}
