package pro.cryptotrader.backtester.engine;

import java.util.List;

/**
 * What came of a run. The same settings, candles and configurations give the same result, bit by
 * bit.
 *
 * @param strategy who gave the signals
 * @param markets the symbols that were traded, in their order
 * @param accounts in order of their ids
 * @param candles how many candles were read, finer ones and warm-up included
 * @param signals how many BUY and SELL signals were given
 * @param orders how many orders reached the venue
 * @param ordersHash SHA-256, in hexadecimal digits, of every order and fill in order; two runs that
 *     did the same have the same
 */
public record BacktestResult(
        BacktestSettings settings,
        String strategy,
        List<MarketSummary> markets,
        List<AccountResult> accounts,
        long candles,
        long signals,
        long orders,
        String ordersHash) {
    public BacktestResult {
        markets = List.copyOf(markets);
        accounts = List.copyOf(accounts);
    }
}
