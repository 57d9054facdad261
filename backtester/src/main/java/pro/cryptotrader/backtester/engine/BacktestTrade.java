package pro.cryptotrader.backtester.engine;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * One position from its first purchase to its last sale. Amounts are in the account's quote asset.
 *
 * @param number counts the account's positions in the symbol, from 1
 * @param signalId the event id of the signal that led to it
 * @param strategy who gave that signal
 * @param entryPrice average price of all purchases, before commissions
 * @param exitPrice average price of all sales, before commissions; the last bid when still open
 * @param quantity bought in all
 * @param invested what the purchases cost, commissions included
 * @param fees all commissions at their worth
 * @param slippage what spread and slippage have cost beside the undisturbed prices
 * @param result what it earned, after all commissions; unrealised when still open
 * @param exitReason why it was left
 * @param stopLoss where it was protected first; null when it never was
 * @param takeProfit where it was to be fulfilled; null when it never was
 */
public record BacktestTrade(
        AccountId account,
        Symbol symbol,
        long number,
        UUID signalId,
        String strategy,
        Instant openedAt,
        Instant closedAt,
        Price entryPrice,
        Price exitPrice,
        Quantity quantity,
        Money invested,
        Money fees,
        Money slippage,
        Money result,
        ExitReason exitReason,
        @Nullable Price stopLoss,
        @Nullable Price takeProfit) {

    /** How long it was held, in market time. */
    public Duration held() {
        return Duration.between(openedAt, closedAt);
    }

    /** The result in per cent of what was invested; zero when nothing was. */
    public BigDecimal resultPct() {
        return invested.isPositive() ? result.percentOf(invested) : BigDecimal.ZERO;
    }

    public boolean isOpen() {
        return exitReason == ExitReason.END_OF_DATA;
    }
}
