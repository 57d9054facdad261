package pro.cryptotrader.backtester.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Symbol;

/** How arguments are read. */
final class Converters {
    private Converters() {}

    /** {@code commandLine} with all of them, in its subcommands too. */
    static CommandLine addTo(CommandLine commandLine) {
        return commandLine
                .registerConverter(Symbol.class, text -> read(() -> Symbol.of(text)))
                .registerConverter(Interval.class, text -> read(() -> Interval.of(text)))
                .registerConverter(Instant.class, Converters::instant);
    }

    private static <T> T read(java.util.function.Supplier<T> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    /** A day, which starts at midnight UTC, or a moment. */
    private static Instant instant(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException(
                    "a time is 2024-01-31 or 2024-01-31T10:00:00Z, not '%s'".formatted(text));
        }
    }
}
