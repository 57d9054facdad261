package pro.cryptotrader.core.position;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Equity at the start of the market's day, week (Monday) and month, all in UTC, deposits added and
 * withdrawals taken off since.
 *
 * @param epochDay the day that {@code dayStart} belongs to, counted from 1970-01-01; {@link
 *     Long#MIN_VALUE} before the first event
 */
public record Periods(
        long epochDay, BigDecimal dayStart, BigDecimal weekStart, BigDecimal monthStart) {
    static final Periods NONE =
            new Periods(Long.MIN_VALUE, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    private static final long SECONDS_PER_DAY = 86_400;

    /** 1970-01-01 was a Thursday, three days after a Monday. */
    private static final long THURSDAY = 3;

    boolean isOver(Instant at) {
        return dayOf(at) > epochDay;
    }

    /** The periods that {@code at} belongs to; those that are new start with {@code equity}. */
    Periods at(Instant at, BigDecimal equity) {
        long today = dayOf(at);
        if (today <= epochDay) {
            return this;
        }
        if (epochDay == Long.MIN_VALUE) {
            return new Periods(today, equity, equity, equity);
        }
        return new Periods(
                today,
                equity,
                weekOf(today) == weekOf(epochDay) ? weekStart : equity,
                monthOf(today) == monthOf(epochDay) ? monthStart : equity);
    }

    Periods contributed(BigDecimal amount) {
        return new Periods(
                epochDay, dayStart.add(amount), weekStart.add(amount), monthStart.add(amount));
    }

    private static long dayOf(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), SECONDS_PER_DAY);
    }

    private static long weekOf(long epochDay) {
        return Math.floorDiv(epochDay + THURSDAY, 7);
    }

    private static long monthOf(long epochDay) {
        var date = LocalDate.ofEpochDay(epochDay);
        return date.getYear() * 12L + date.getMonthValue();
    }
}
