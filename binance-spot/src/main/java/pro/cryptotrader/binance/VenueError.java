package pro.cryptotrader.binance;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an error answer means, in one table. Whoever adds a line asks one question first: is it
 * certain that the request had no effect? Only then is it anything but {@code UNKNOWN}.
 *
 * @param httpStatus zero when there was no answer at all
 * @param code Binance's code such as -2010; zero when the answer carried none
 * @param message Binance's words
 * @param retryAfter how long to stay away; null unless RATE_LIMITED
 */
public record VenueError(
        Kind kind, int httpStatus, int code, String message, @Nullable Duration retryAfter) {

    /** What is to be done about it. */
    public enum Kind {
        /** Refused and certainly without effect; the same request would be refused again. */
        REJECTED,
        /** It may have had its effect: ask, never send again. */
        UNKNOWN,
        /** Certainly without effect: stay away for {@code retryAfter}. */
        RATE_LIMITED,
        /** Certainly without effect: measure the clock's offset and send again. */
        CLOCK_SKEW,
        /** No such order; an early one proves nothing. */
        NOT_FOUND,
        /** A cancel met no open order: it may have filled, ask. */
        NOT_OPEN,
        /** Keys, permissions or service are wrong: nothing will work until a person acts. */
        HALT
    }

    private static final Set<Integer> UNKNOWN_CODES = Set.of(-1000, -1001, -1006, -1007);
    private static final Set<Integer> LIMIT_CODES = Set.of(-1003, -1008, -1015);
    private static final Set<Integer> HALT_CODES = Set.of(-1002, -1016, -1020, -1022, -2014, -2015);
    private static final Duration BAN = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    /**
     * Looks an answer up in the table.
     *
     * @param retryAfter the header of that name; null when it was missing
     */
    public static VenueError of(
            int httpStatus, int code, String message, @Nullable Duration retryAfter) {
        var kind = kind(httpStatus, code, message);
        var stayAway =
                kind != Kind.RATE_LIMITED
                        ? null
                        : retryAfter != null
                                ? retryAfter
                                : httpStatus == 418 || httpStatus == 403 ? BAN : PAUSE;
        return new VenueError(kind, httpStatus, code, message, stayAway);
    }

    /** Nobody answered, or not in time. */
    public static VenueError noAnswer(String reason) {
        return new VenueError(Kind.UNKNOWN, 0, 0, reason, null);
    }

    /** It never left us, and never will. */
    public static VenueError heldBack(String reason) {
        return new VenueError(Kind.REJECTED, 0, 0, reason, null);
    }

    private static Kind kind(int httpStatus, int code, String message) {
        if (httpStatus >= 500 || UNKNOWN_CODES.contains(code)) {
            return Kind.UNKNOWN;
        }
        if (httpStatus == 429
                || httpStatus == 418
                || httpStatus == 403
                || LIMIT_CODES.contains(code)) {
            return Kind.RATE_LIMITED;
        }
        if (HALT_CODES.contains(code)) {
            return Kind.HALT;
        }
        return switch (code) {
            // One half of two was done, whichever: what the answer says about each must be read.
            case -2021 -> Kind.UNKNOWN;
            // Some gateway's answer, not Binance's: it proves nothing.
            case 0 -> Kind.UNKNOWN;
            case -1021 -> Kind.CLOCK_SKEW;
            case -2013 -> Kind.NOT_FOUND;
            case -2011 -> Kind.NOT_OPEN;
            // The first one is alive.
            case -2010 -> message.contains("Duplicate order") ? Kind.UNKNOWN : Kind.REJECTED;
            default -> Kind.REJECTED;
        };
    }
}
