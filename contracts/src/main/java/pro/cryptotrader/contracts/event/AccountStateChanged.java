package pro.cryptotrader.contracts.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.Decimals;
import pro.cryptotrader.contracts.value.Money;

/**
 * An account, marked to market. Topic {@code account.state} (compacted).
 *
 * @param quoteAsset what it is counted in
 * @param balances everything it owns by asset, free and locked together
 * @param cash the balance of {@code quoteAsset}
 * @param equity cash plus every other asset at its bid
 * @param dayStartEquity equity at the start of the market's day (UTC), deposits added and
 *     withdrawals taken off since
 * @param weekStartEquity the same for the week, which starts on Monday
 * @param monthStartEquity the same for the month
 * @param peakEquity the highest equity so far, deposits added and withdrawals taken off since
 * @param realised sum of all closed results
 * @param drawdownPct how far equity lies below its peak, in per cent, 0 to 100
 * @param openPositions how many positions are open
 */
public record AccountStateChanged(
        AccountId account,
        Asset quoteAsset,
        SortedMap<Asset, BigDecimal> balances,
        Money cash,
        Money equity,
        Money dayStartEquity,
        Money weekStartEquity,
        Money monthStartEquity,
        Money peakEquity,
        Money realised,
        BigDecimal drawdownPct,
        int openPositions,
        Instant at)
        implements AccountEvent {
    public AccountStateChanged {
        balances = canonical(balances);
        drawdownPct = Decimals.canonical(drawdownPct);
    }

    private static SortedMap<Asset, BigDecimal> canonical(Map<Asset, BigDecimal> balances) {
        var copy = new TreeMap<Asset, BigDecimal>();
        balances.forEach((asset, balance) -> copy.put(asset, Decimals.canonical(balance)));
        return Collections.unmodifiableSortedMap(copy);
    }
}
