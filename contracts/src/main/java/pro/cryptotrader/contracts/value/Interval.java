package pro.cryptotrader.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The length of a candle; the code is the venue's. Every interval is a whole number of minutes and
 * divides a day.
 */
public enum Interval {
    M1("1m", 60),
    M5("5m", 300),
    M15("15m", 900),
    H1("1h", 3600),
    H4("4h", 14400);

    private final String code;
    private final long seconds;

    Interval(String code, long seconds) {
        this.code = code;
        this.seconds = seconds;
    }

    /**
     * Reads the venue's code such as {@code 5m}.
     *
     * @throws IllegalArgumentException naming the codes that exist
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Interval of(String code) {
        for (var interval : values()) {
            if (interval.code.equals(code)) {
                return interval;
            }
        }
        throw new IllegalArgumentException(
                "an interval is one of %s, not '%s'"
                        .formatted(
                                Arrays.stream(values())
                                        .map(Interval::code)
                                        .collect(Collectors.joining(", ")),
                                code));
    }

    /**
     * The interval that lasts {@code seconds}.
     *
     * @throws IllegalArgumentException naming the lengths that exist
     */
    public static Interval ofSeconds(long seconds) {
        for (var interval : values()) {
            if (interval.seconds == seconds) {
                return interval;
            }
        }
        throw new IllegalArgumentException(
                "an interval lasts one of %s seconds, not %d"
                        .formatted(
                                Arrays.stream(values())
                                        .map(each -> Long.toString(each.seconds))
                                        .collect(Collectors.joining(", ")),
                                seconds));
    }

    @JsonValue
    public String code() {
        return code;
    }

    public long seconds() {
        return seconds;
    }

    public Duration duration() {
        return Duration.ofSeconds(seconds);
    }

    /** The open time of the candle that contains {@code instant}. */
    public Instant openTimeOf(Instant instant) {
        return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), seconds) * seconds);
    }
}
