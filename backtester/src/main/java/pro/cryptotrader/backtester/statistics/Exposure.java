package pro.cryptotrader.backtester.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import pro.cryptotrader.backtester.engine.BacktestTrade;
import pro.cryptotrader.backtester.engine.EquityCurve;

/**
 * How much was at risk for how long.
 *
 * @param timeInMarketPct share of the run's time with at least one position
 * @param averageInvestedPct mean over the points of the curve of the share of equity that was not
 *     cash
 * @param mostPositions the most at once
 */
public record Exposure(double timeInMarketPct, double averageInvestedPct, int mostPositions) {

    public static Exposure of(
            List<BacktestTrade> trades, Instant start, Instant end, EquityCurve curve) {
        double length = seconds(start, end);
        double covered = 0;
        var reached = start;
        var byEntry =
                trades.stream().sorted(Comparator.comparing(BacktestTrade::openedAt)).toList();
        for (var trade : byEntry) {
            var from = trade.openedAt().isAfter(reached) ? trade.openedAt() : reached;
            if (trade.closedAt().isAfter(from)) {
                covered += seconds(from, trade.closedAt());
                reached = trade.closedAt();
            }
        }
        return new Exposure(
                100 * Ratios.over(covered, length),
                100 * Ratios.over(invested(curve), curve.size()),
                mostAtOnce(trades));
    }

    private static double invested(EquityCurve curve) {
        double sum = 0;
        for (int point = 0; point < curve.size(); point++) {
            sum += curve.exposure(point);
        }
        return sum;
    }

    private static int mostAtOnce(List<BacktestTrade> trades) {
        var entries = trades.stream().map(BacktestTrade::openedAt).sorted().toList();
        var exits = trades.stream().map(BacktestTrade::closedAt).sorted().toList();
        int most = 0;
        int left = 0;
        for (int entered = 1; entered <= entries.size(); entered++) {
            while (!exits.get(left).isAfter(entries.get(entered - 1)) && left < entered - 1) {
                left++;
            }
            most = Math.max(most, entered - left);
        }
        return most;
    }

    private static double seconds(Instant from, Instant until) {
        return Duration.between(from, until).toMillis() / 1000.0;
    }
}
