package pro.cryptotrader.core.performance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An account's returns by market day (UTC). A day's return is {@code (end - flow) / start - 1},
 * where {@code start} and {@code end} are the equity at the end of the day before and of the day
 * itself and {@code flow} is what came in from outside in between; the first day starts with what
 * had been contributed by its end. Days on which nothing was recorded moved nothing and count as
 * zero.
 *
 * @param values fractions: 0.01 is one per cent
 */
record DailyReturns(List<Double> values) {
    /** The market is open every day. */
    private static final double DAYS_PER_YEAR = 365;

    private static final int PERCENT_DIGITS = 8;

    DailyReturns {
        values = List.copyOf(values);
    }

    static DailyReturns of(List<EquityPoint> curve) {
        var ends = new TreeMap<LocalDate, EquityPoint>();
        curve.forEach(point -> ends.put(LocalDate.ofInstant(point.at(), ZoneOffset.UTC), point));
        var values = new ArrayList<Double>();
        @Nullable EquityPoint before = null;
        for (var day : ends.entrySet()) {
            var end = day.getValue();
            if (before == null) {
                addReturn(values, number(end.contributed().value()), number(end.equity().value()));
            } else {
                addQuietDays(values, before, day.getKey());
                var flow = end.contributed().minus(before.contributed());
                addReturn(
                        values,
                        number(before.equity().value()),
                        number(end.equity().minus(flow).value()));
            }
            before = end;
        }
        return new DailyReturns(values);
    }

    private static void addQuietDays(List<Double> values, EquityPoint before, LocalDate day) {
        var next = LocalDate.ofInstant(before.at(), ZoneOffset.UTC).plusDays(1);
        for (; next.isBefore(day); next = next.plusDays(1)) {
            values.add(0.0);
        }
    }

    private static void addReturn(List<Double> values, double start, double end) {
        values.add(start > 0 ? end / start - 1 : 0.0);
    }

    private static double number(BigDecimal value) {
        return value.doubleValue();
    }

    /** All days compounded, in per cent. */
    BigDecimal compoundedPct() {
        double growth = values.stream().reduce(1.0, (product, day) -> product * (1 + day));
        return BigDecimal.valueOf((growth - 1) * 100)
                .setScale(PERCENT_DIGITS, RoundingMode.HALF_EVEN);
    }

    /**
     * Mean over sample standard deviation (n - 1) of the daily returns, times the square root of
     * 365; the risk-free rate is taken as zero (W. F. Sharpe, "The Sharpe Ratio", 1994). Null for
     * fewer than two days or without any variation.
     */
    @Nullable Double sharpe() {
        double mean = mean();
        double squares = values.stream().mapToDouble(day -> (day - mean) * (day - mean)).sum();
        return annualised(Math.sqrt(squares / (values.size() - 1)));
    }

    /**
     * Mean over downside deviation, the root of the mean over all days of {@code min(return, 0)²},
     * times the square root of 365; the target is zero (F. A. Sortino and L. N. Price, 1994). Null
     * for fewer than two days or without a losing day.
     */
    @Nullable Double sortino() {
        double squares =
                values.stream().mapToDouble(day -> Math.min(day, 0) * Math.min(day, 0)).sum();
        return annualised(Math.sqrt(squares / values.size()));
    }

    private double mean() {
        return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
    }

    private @Nullable Double annualised(double deviation) {
        return values.size() < 2 || deviation == 0
                ? null
                : (Double) (mean() / deviation * Math.sqrt(DAYS_PER_YEAR));
    }
}
