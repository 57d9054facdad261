package pro.cryptotrader.backtester.statistics;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** A stretch of the market's calendar (UTC); weeks start on Monday (ISO 8601). */
public enum Period {
    DAY {
        @Override
        public LocalDate startOf(LocalDate day) {
            return day;
        }
    },
    WEEK {
        @Override
        public LocalDate startOf(LocalDate day) {
            return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }
    },
    MONTH {
        @Override
        public LocalDate startOf(LocalDate day) {
            return day.withDayOfMonth(1);
        }
    };

    /** The first day of the stretch that {@code day} is in. */
    public abstract LocalDate startOf(LocalDate day);
}
