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

    /** See {@link RewardForRisk#sharpe}; null for fewer than two days or without any variation. */
    @Nullable Double sharpe() {
        return supported(RewardForRisk.sharpe(numbers()));
    }

    /** See {@link RewardForRisk#sortino}; null for fewer than two days or without a losing day. */
    @Nullable Double sortino() {
        return supported(RewardForRisk.sortino(numbers()));
    }

    private double[] numbers() {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private @Nullable Double supported(double figure) {
        return values.size() < 2 || Double.isNaN(figure) ? null : (Double) figure;
    }
}
