package pro.cryptotrader.gateway.inbound;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.gateway.Refusal;

/** Reads what a request asks for, and says what would be right when it cannot. */
final class Asked {
    private Asked() {}

    /** A number of items: {@code fallback} when none is asked for, 1 to {@code most}. */
    static int limit(@Nullable Integer limit, int fallback, int most) {
        if (limit == null) {
            return fallback;
        }
        if (limit < 1 || limit > most) {
            throw Refusal.invalid("limit is 1 to %d, not %d".formatted(most, limit));
        }
        return limit;
    }

    static long before(@Nullable Long before) {
        return before == null ? Long.MAX_VALUE : before;
    }

    static Instant instant(String name, @Nullable String text, Instant fallback) {
        if (text == null) {
            return fallback;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.invalid(
                    "%s is a time such as 2026-01-31T12:00:00Z, not '%s'".formatted(name, text));
        }
    }

    /** A value that reads itself from text and explains itself when it cannot. */
    static <T> T value(String name, @Nullable String text, Function<String, T> read) {
        if (text == null) {
            throw Refusal.invalid("the parameter '%s' is missing".formatted(name));
        }
        try {
            return read.apply(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(String.valueOf(e.getMessage()));
        }
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("an id is a UUID, not '%s'".formatted(text));
        }
    }

    static <E extends Enum<E>> E choice(String name, @Nullable String text, Class<E> type) {
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw Refusal.invalid(
                "%s is one of %s, not '%s'"
                        .formatted(
                                name,
                                Arrays.stream(type.getEnumConstants())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", ")),
                                text));
    }
}
