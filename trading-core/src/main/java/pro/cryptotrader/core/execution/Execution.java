package pro.cryptotrader.core.execution;

import java.math.BigDecimal;
import java.time.Instant;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;

/**
 * One trade of one of our orders, as the venue reports it.
 *
 * @param tradeId unique per symbol
 * @param commission zero or more, in {@code commissionAsset}
 * @param maker whether our order was resting
 * @param at the venue's time
 */
public record Execution(
        long tradeId,
        Price price,
        Quantity quantity,
        BigDecimal commission,
        Asset commissionAsset,
        boolean maker,
        Instant at) {}
