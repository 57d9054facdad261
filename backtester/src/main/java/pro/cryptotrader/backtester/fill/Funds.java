package pro.cryptotrader.backtester.fill;

import java.math.BigDecimal;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Asset;

/** What accounts have at the venue. */
@FunctionalInterface
public interface Funds {
    /** How much of an asset, free and locked together. */
    BigDecimal of(AccountId account, Asset asset);
}
