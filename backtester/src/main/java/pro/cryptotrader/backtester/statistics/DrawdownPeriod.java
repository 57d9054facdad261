package pro.cryptotrader.backtester.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time below an earlier peak of the daily equity (M. Magdon-Ismail and A. Atiya, "Maximum
 * Drawdown", Risk 17, 2004).
 *
 * @param peak the day of the peak; the day before the first one when it is the start
 * @param valley the day of the deepest point
 * @param recovery the first day that reached the peak again; null when that has not happened
 * @param end the recovery, or the curve's last day
 * @param amount peak less valley, in the quote asset
 * @param pct the same in per cent of the peak, 0 to 100
 */
public record DrawdownPeriod(
        LocalDate peak,
        LocalDate valley,
        @Nullable LocalDate recovery,
        LocalDate end,
        double amount,
        double pct) {

    /** Days from the peak until it was reached again, or until the end. */
    @JsonProperty
    public long durationDays() {
        return ChronoUnit.DAYS.between(peak, end);
    }

    /** Days from the valley until the peak was reached again; null when it was not. */
    @JsonProperty
    public @Nullable Long recoveryDays() {
        return recovery == null ? null : (Long) ChronoUnit.DAYS.between(valley, recovery);
    }

    /** Every period below a peak, in order of time. */
    public static List<DrawdownPeriod> of(DailyEquity curve) {
        var periods = new ArrayList<DrawdownPeriod>();
        int peak = -1;
        int valley = -1;
        for (int day = 0; day < curve.days(); day++) {
            if (curve.equity(day) >= curve.equity(peak)) {
                if (valley > peak) {
                    periods.add(period(curve, peak, valley, day, true));
                }
                peak = day;
                valley = day;
            } else if (valley == peak || curve.equity(day) < curve.equity(valley)) {
                valley = day;
            }
        }
        if (valley > peak) {
            periods.add(period(curve, peak, valley, curve.days() - 1, false));
        }
        return periods;
    }

    private static DrawdownPeriod period(
            DailyEquity curve, int peak, int valley, int end, boolean recovered) {
        double amount = curve.equity(peak) - curve.equity(valley);
        return new DrawdownPeriod(
                curve.day(peak),
                curve.day(valley),
                recovered ? curve.day(end) : null,
                curve.day(end),
                amount,
                100 * amount / curve.equity(peak));
    }

    /** The deepest one in per cent, the earliest of equals; null when equity never fell. */
    public static @Nullable DrawdownPeriod deepest(List<DrawdownPeriod> periods) {
        return first(periods, Comparator.comparingDouble(DrawdownPeriod::pct));
    }

    /** The longest one, the earliest of equals; null when equity never fell. */
    public static @Nullable DrawdownPeriod longest(List<DrawdownPeriod> periods) {
        return first(periods, Comparator.comparingLong(DrawdownPeriod::durationDays));
    }

    private static @Nullable DrawdownPeriod first(
            List<DrawdownPeriod> periods, Comparator<DrawdownPeriod> order) {
        return periods.stream()
                .max(order.thenComparingLong(period -> -period.peak().toEpochDay()))
                .orElse(null);
    }

    /** The deepest fall in per cent of its peak; 0 when there was none. */
    static double deepestPct(DailyEquity curve) {
        double peak = curve.start();
        double deepest = 0;
        for (int day = 0; day < curve.days(); day++) {
            peak = Math.max(peak, curve.equity(day));
            deepest = Math.max(deepest, 100 * (peak - curve.equity(day)) / peak);
        }
        return deepest;
    }
}
