package pro.cryptotrader.backtester.statistics;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.backtester.engine.AccountResult;
import pro.cryptotrader.backtester.engine.BacktestResult;
import pro.cryptotrader.backtester.engine.BacktestTrade;

/**
 * Everything a report says about one account of a run.
 *
 * @param account its id
 * @param quote what it is counted in
 * @param curve of its daily equity
 * @param trades of all its trades
 * @param exposure how much was at risk for how long
 * @param turnoverRatio turnover over average equity
 * @param dust what the leftovers of closed positions have gained or lost: the trades' profit and
 *     this are the change of equity
 * @param fees commissions paid, as the account counted them
 * @param slippage paid, as the account counted it
 * @param approvedEntries how many entries risk approved
 * @param rejectedEntries how many were not made, by reason
 * @param buyAndHold what the markets did meanwhile
 * @param bySymbol trades by symbol
 * @param byExitReason trades by why they were left
 * @param byStrategy trades by who gave the signal
 * @param byDay equity by day
 * @param byWeek equity by week
 * @param byMonth equity by month
 * @param significance how much of it may be luck
 */
public record AccountFigures(
        String account,
        String quote,
        CurveFigures curve,
        TradeFigures trades,
        Exposure exposure,
        double turnoverRatio,
        double dust,
        double fees,
        double slippage,
        long approvedEntries,
        SortedMap<String, Long> rejectedEntries,
        BuyAndHold buyAndHold,
        List<Breakdown> bySymbol,
        List<Breakdown> byExitReason,
        List<Breakdown> byStrategy,
        List<PeriodReturn> byDay,
        List<PeriodReturn> byWeek,
        List<PeriodReturn> byMonth,
        Significance significance) {

    /**
     * The figures of an account of {@code run}.
     *
     * @param randomEntries the verdict on its entries; null when there is none
     */
    public static AccountFigures of(
            BacktestResult run,
            AccountResult account,
            RandomEntries.@Nullable Verdict randomEntries,
            Significance.Settings settings) {
        var curve = DailyEquity.of(account);
        var trades = account.trades();
        var points = account.equity();
        double takerFee = run.settings().fills().takerFeePct().doubleValue();
        return new AccountFigures(
                account.account().toString(),
                account.quote().toString(),
                CurveFigures.of(curve),
                TradeFigures.of(trades),
                Exposure.of(trades, run.settings().from(), points.at(points.size() - 1), points),
                account.turnover().value().doubleValue() / curve.average(),
                account.dust().value().doubleValue(),
                account.fees().value().doubleValue(),
                account.slippage().value().doubleValue(),
                account.approvedEntries(),
                account.rejectedEntries(),
                BuyAndHold.of(run.markets(), curve.start(), takerFee),
                Breakdown.of(trades, trade -> trade.symbol().toString()),
                Breakdown.of(trades, trade -> trade.exitReason().name()),
                Breakdown.of(trades, BacktestTrade::strategy),
                PeriodReturn.of(curve, trades, Period.DAY),
                PeriodReturn.of(curve, trades, Period.WEEK),
                PeriodReturn.of(curve, trades, Period.MONTH),
                Significance.of(curve, trades, randomEntries, settings));
    }
}
