package pro.cryptotrader.backtester.engine;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import pro.cryptotrader.contracts.config.TradingConfig;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.Money;

/**
 * What became of one account.
 *
 * @param config what it was traded by
 * @param quote what it is counted in
 * @param started its cash at the start
 * @param ended its equity at the end, open positions at their last bid
 * @param dust worth less cost of what was left of closed positions, too little to be sold, at the
 *     last bid: {@code ended - started} is this and the sum of all trades' results, to the last
 *     digit
 * @param fees all commissions at their worth
 * @param slippage what spread and slippage have cost
 * @param turnover sum of the worth of all fills
 * @param trades every position, in order of its end; those still open last
 * @param equity marked to market
 * @param approvedEntries how many entries risk has approved
 * @param rejectedEntries entries that were not made, by reason: a denial's code of risk, {@code
 *     NOT_SENT} or {@code NOT_FILLED}
 */
public record AccountResult(
        AccountId account,
        TradingConfig config,
        Asset quote,
        Money started,
        Money ended,
        Money dust,
        Money fees,
        Money slippage,
        Money turnover,
        List<BacktestTrade> trades,
        EquityCurve equity,
        long approvedEntries,
        SortedMap<String, Long> rejectedEntries) {
    public AccountResult {
        trades = List.copyOf(trades);
        rejectedEntries = Collections.unmodifiableSortedMap(new TreeMap<>(rejectedEntries));
    }
}
