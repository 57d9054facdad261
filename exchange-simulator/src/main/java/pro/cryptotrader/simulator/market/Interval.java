package pro.cryptotrader.simulator.market;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;

/** Binance's candle intervals from one minute up; UTC. */
public enum Interval {
    M1("1m", 1),
    M3("3m", 3),
    M5("5m", 5),
    M15("15m", 15),
    M30("30m", 30),
    H1("1h", 60),
    H2("2h", 120),
    H4("4h", 240),
    H6("6h", 360),
    H8("8h", 480),
    H12("12h", 720),
    D1("1d", 1440),
    D3("3d", 4320),
    W1("1w", 10_080),
    MONTH("1M", 44_640);

    /** A minute in milliseconds. */
    public static final long MINUTE = 60_000;

    /** The Monday the epoch's week began on, in milliseconds. */
    private static final long FIRST_MONDAY = -3L * 1440 * MINUTE;

    private final String code;
    private final long minutes;

    Interval(String code, long minutes) {
        this.code = code;
        this.minutes = minutes;
    }

    /** By Binance's case-sensitive code. */
    public static Optional<Interval> of(String code) {
        return Arrays.stream(values()).filter(interval -> interval.code.equals(code)).findFirst();
    }

    /** Binance's code. */
    public String code() {
        return code;
    }

    /** The longest it lasts, milliseconds. */
    public long longest() {
        return minutes * MINUTE;
    }

    /** When the candle that contains {@code time} opened. */
    public long openOf(long time) {
        return switch (this) {
            case MONTH -> month(time).toEpochDay() * 1440 * MINUTE;
            case W1 -> time - Math.floorMod(time - FIRST_MONDAY, longest());
            default -> time - Math.floorMod(time, longest());
        };
    }

    /** When the candle that contains {@code time} ends and the next one opens. */
    public long endOf(long time) {
        return this == MONTH
                ? month(time).plusMonths(1).toEpochDay() * 1440 * MINUTE
                : openOf(time) + longest();
    }

    private static LocalDate month(long time) {
        return Instant.ofEpochMilli(time).atOffset(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1);
    }
}
