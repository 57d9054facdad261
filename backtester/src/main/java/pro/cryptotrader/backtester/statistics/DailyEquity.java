package pro.cryptotrader.backtester.statistics;

import java.time.LocalDate;
import pro.cryptotrader.backtester.engine.AccountResult;

/**
 * Equity at the end of every market day (UTC), marked to market. A day on which nothing was
 * recorded ends as the day before.
 */
public final class DailyEquity {
    private static final long DAY_MILLIS = 86_400_000;

    private final double start;
    private final LocalDate firstDay;
    private final double[] ends;

    private DailyEquity(double start, LocalDate firstDay, double[] ends) {
        this.start = start;
        this.firstDay = firstDay;
        this.ends = ends;
    }

    /**
     * A curve from plain numbers.
     *
     * @param start equity before the first day, above zero
     * @param ends equity at the end of each day, at least one
     */
    public static DailyEquity of(double start, LocalDate firstDay, double... ends) {
        if (!(start > 0) || ends.length == 0) {
            throw new IllegalArgumentException(
                    "an equity curve starts above zero and has a day, not %s and %d days"
                            .formatted(start, ends.length));
        }
        return new DailyEquity(start, firstDay, ends.clone());
    }

    /**
     * The daily ends of an account's curve; a day without a point ends as the day before. What is
     * known at midnight belongs to the day that ends.
     *
     * @throws IllegalArgumentException when there is no point, since nothing was traded then
     */
    public static DailyEquity of(AccountResult account) {
        var curve = account.equity();
        if (curve.size() == 0) {
            throw new IllegalArgumentException(
                    "account %s has no equity curve: no candle lay in the time that was traded"
                            .formatted(account.account()));
        }
        long first = Math.floorDiv(curve.timeMillis(0) - 1, DAY_MILLIS);
        long last = Math.floorDiv(curve.timeMillis(curve.size() - 1) - 1, DAY_MILLIS);
        double start = account.started().value().doubleValue();
        var ends = new double[Math.toIntExact(last - first + 1)];
        int point = 0;
        for (int day = 0; day < ends.length; day++) {
            ends[day] = day == 0 ? start : ends[day - 1];
            long end = (first + day + 1) * DAY_MILLIS;
            for (; point < curve.size() && curve.timeMillis(point) <= end; point++) {
                ends[day] = curve.equityValue(point);
            }
        }
        return of(start, LocalDate.ofEpochDay(first), ends);
    }

    /** Equity before the first day. */
    public double start() {
        return start;
    }

    public int days() {
        return ends.length;
    }

    public LocalDate day(int index) {
        return firstDay.plusDays(index);
    }

    /** Equity at the end of the day {@code index}, from 0; -1 is the start. */
    public double equity(int index) {
        return index < 0 ? start : ends[index];
    }

    public double end() {
        return ends[ends.length - 1];
    }

    /** Mean of the daily ends. */
    public double average() {
        return Moments.mean(ends);
    }

    /** One return a day as a fraction, 0.01 being one per cent; nothing grows out of nothing. */
    public double[] returns() {
        var returns = new double[ends.length];
        for (int i = 0; i < ends.length; i++) {
            double before = equity(i - 1);
            returns[i] = before > 0 ? ends[i] / before - 1 : 0;
        }
        return returns;
    }

    /** The curve that these daily returns make of {@code start}. */
    public static DailyEquity compounded(double start, LocalDate firstDay, double... returns) {
        var ends = new double[returns.length];
        double equity = start;
        for (int i = 0; i < returns.length; i++) {
            equity *= 1 + returns[i];
            ends[i] = equity;
        }
        return of(start, firstDay, ends);
    }
}
