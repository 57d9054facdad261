package pro.cryptotrader.contracts.event;

import java.time.Instant;
import pro.cryptotrader.contracts.config.TradingConfig;
import pro.cryptotrader.contracts.value.AccountId;

/**
 * An account's configuration as it is now. Topic {@code trading.config} (compacted).
 *
 * @param userId the account's owner
 * @param version grows by one with every change
 * @param changedBy the user's name
 * @param at wall time
 */
public record TradingConfigChanged(
        AccountId account,
        String userId,
        long version,
        TradingConfig config,
        String changedBy,
        Instant at)
        implements AccountEvent {}
