package pro.cryptotrader.backtester.statistics;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import pro.cryptotrader.backtester.engine.BacktestTrade;

/**
 * What one day, week or month did to the marked-to-market equity.
 *
 * @param start its first day
 * @param equity at its end
 * @param change in the quote asset
 * @param returnPct change in per cent of the equity before it
 * @param trades closed in it
 */
public record PeriodReturn(
        LocalDate start, double equity, double change, double returnPct, int trades) {

    /** One for each stretch of the curve, in order, the first and last perhaps in part. */
    public static List<PeriodReturn> of(
            DailyEquity curve, List<BacktestTrade> trades, Period period) {
        var closed = new TreeMap<LocalDate, Integer>();
        for (var trade : trades) {
            var day = LocalDate.ofInstant(trade.closedAt().minusMillis(1), ZoneOffset.UTC);
            closed.merge(period.startOf(day), 1, Integer::sum);
        }
        var periods = new ArrayList<PeriodReturn>();
        double before = curve.start();
        for (int day = 0; day < curve.days(); day++) {
            var start = period.startOf(curve.day(day));
            boolean last =
                    day == curve.days() - 1 || !period.startOf(curve.day(day + 1)).equals(start);
            if (last) {
                double change = curve.equity(day) - before;
                periods.add(
                        new PeriodReturn(
                                start,
                                curve.equity(day),
                                change,
                                100 * change / before,
                                closed.getOrDefault(start, 0)));
                before = curve.equity(day);
            }
        }
        return periods;
    }
}
