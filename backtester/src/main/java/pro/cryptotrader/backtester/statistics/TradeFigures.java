package pro.cryptotrader.backtester.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import pro.cryptotrader.backtester.engine.BacktestTrade;
import pro.cryptotrader.contracts.value.Money;

/**
 * What a list of trades amounts to. A figure without data is NaN.
 *
 * @param trades how many
 * @param wins those that earned something
 * @param losses those that lost something; the rest neither
 * @param winRatePct wins in per cent of trades
 * @param profit sum of all results
 * @param profitFactor gains over losses
 * @param expectancy mean result of a trade
 * @param expectancyPct mean result of a trade in per cent of its cost
 * @param averageWin mean gain
 * @param averageLoss mean loss, negative
 * @param payoff average win over average loss
 * @param systemQuality see {@link Ratios#systemQuality}
 * @param best best result
 * @param worst worst result
 * @param longestWinStreak most wins in a row, in order of exit
 * @param longestLossStreak most losses in a row
 * @param fees commissions paid
 * @param slippage paid against the prices aimed at
 * @param turnover bought plus sold, what went as commission not taken off
 * @param holding of all trades
 * @param holdingOfWins of those that earned
 * @param holdingOfLosses of those that lost
 */
public record TradeFigures(
        int trades,
        int wins,
        int losses,
        double winRatePct,
        double profit,
        double profitFactor,
        double expectancy,
        double expectancyPct,
        double averageWin,
        double averageLoss,
        double payoff,
        double systemQuality,
        double best,
        double worst,
        int longestWinStreak,
        int longestLossStreak,
        double fees,
        double slippage,
        double turnover,
        HoldingTimes holding,
        HoldingTimes holdingOfWins,
        HoldingTimes holdingOfLosses) {

    /** The order of every list of trades: by end, then start, then symbol. */
    public static final Comparator<BacktestTrade> ORDER =
            Comparator.comparing(BacktestTrade::closedAt)
                    .thenComparing(BacktestTrade::openedAt)
                    .thenComparing(BacktestTrade::symbol);

    /** Positions that are still open count with what they would bring. */
    public static TradeFigures of(List<BacktestTrade> trades) {
        var inOrder = trades.stream().sorted(ORDER).toList();
        var results = numbers(inOrder, BacktestTrade::result);
        var percents =
                inOrder.stream().mapToDouble(trade -> trade.resultPct().doubleValue()).toArray();
        var gains = Arrays.stream(results).filter(result -> result > 0).toArray();
        var losses = Arrays.stream(results).filter(result -> result < 0).toArray();
        return new TradeFigures(
                results.length,
                gains.length,
                losses.length,
                results.length == 0 ? Double.NaN : 100.0 * gains.length / results.length,
                Moments.sum(results),
                Ratios.over(Moments.sum(gains), -Moments.sum(losses)),
                Moments.mean(results),
                Moments.mean(percents),
                Moments.mean(gains),
                Moments.mean(losses),
                Ratios.over(Moments.mean(gains), -Moments.mean(losses)),
                Ratios.systemQuality(percents),
                Arrays.stream(results).max().orElse(Double.NaN),
                Arrays.stream(results).min().orElse(Double.NaN),
                longestRun(results, 1),
                longestRun(results, -1),
                Moments.sum(numbers(inOrder, BacktestTrade::fees)),
                Moments.sum(numbers(inOrder, BacktestTrade::slippage)),
                Moments.sum(inOrder.stream().mapToDouble(TradeFigures::turnover).toArray()),
                HoldingTimes.of(inOrder),
                HoldingTimes.of(
                        inOrder.stream().filter(trade -> trade.result().isPositive()).toList()),
                HoldingTimes.of(
                        inOrder.stream().filter(trade -> trade.result().isNegative()).toList()));
    }

    private static double[] numbers(
            List<BacktestTrade> trades, Function<BacktestTrade, Money> amount) {
        return trades.stream()
                .mapToDouble(trade -> amount.apply(trade).value().doubleValue())
                .toArray();
    }

    private static double turnover(BacktestTrade trade) {
        double bought = trade.entryPrice().times(trade.quantity()).value().doubleValue();
        return trade.isOpen()
                ? bought
                : bought + trade.exitPrice().times(trade.quantity()).value().doubleValue();
    }

    private static int longestRun(double[] results, int sign) {
        int longest = 0;
        int run = 0;
        for (double result : results) {
            run = Math.signum(result) == sign ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /** How long positions were held, in minutes; NaN without any. */
    public record HoldingTimes(double mean, double median, double shortest, double longest) {
        static HoldingTimes of(List<BacktestTrade> trades) {
            var minutes =
                    trades.stream()
                            .mapToDouble(trade -> trade.held().toMillis() / 60_000.0)
                            .sorted()
                            .toArray();
            return new HoldingTimes(
                    Moments.mean(minutes),
                    BlockBootstrap.quantile(minutes, 0.5),
                    BlockBootstrap.quantile(minutes, 0),
                    BlockBootstrap.quantile(minutes, 1));
        }
    }
}
