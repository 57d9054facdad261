package pro.cryptotrader.core.market;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Symbol;

/** Where the next candle of an interval belongs, and what is missing before it. */
public final class CandleSequence {
    private CandleSequence() {}

    /**
     * Says how a candle that opens at {@code open} follows the one that opened at {@code last}.
     *
     * @throws IllegalArgumentException when either is not a multiple of the interval
     */
    public static Step step(Interval interval, Instant last, Instant open) {
        requireAligned(interval, last);
        requireAligned(interval, open);
        if (!open.isAfter(last)) {
            return open.equals(last) ? new Step.Repeated() : new Step.Late();
        }
        var expected = last.plus(interval.duration());
        return open.equals(expected)
                ? new Step.Next()
                : new Step.Jump(new Gap(interval, expected, open.minusSeconds(interval.seconds())));
    }

    /** What is missing between two candles; empty when the second does not jump. */
    public static Optional<Gap> missing(Interval interval, Instant last, Instant open) {
        return step(interval, last, open) instanceof Step.Jump(var gap)
                ? Optional.of(gap)
                : Optional.empty();
    }

    /**
     * The candle after {@code previous} when nothing traded: what the venue has no candle for (a
     * maintenance window, say) is filled with these, so that a sequence stays whole.
     */
    public static Candle quiet(Candle previous) {
        return quiet(
                previous.symbol(), previous.interval(), previous.closeTime(), previous.close());
    }

    /** A candle in which nothing traded, at the price before it. */
    public static Candle quiet(Symbol symbol, Interval interval, Instant open, Price price) {
        return new Candle(
                symbol,
                interval,
                open,
                price,
                price,
                price,
                price,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                0);
    }

    private static void requireAligned(Interval interval, Instant open) {
        if (!interval.openTimeOf(open).equals(open)) {
            throw new IllegalArgumentException(
                    "%s candles open at multiples of %d s, not at %s"
                            .formatted(interval.code(), interval.seconds(), open));
        }
    }

    /** How a candle follows another. */
    public sealed interface Step {
        /** Directly. */
        record Next() implements Step {}

        /** It is the same one. */
        record Repeated() implements Step {}

        /** It opened before. */
        record Late() implements Step {}

        /** Something is missing in between. */
        record Jump(Gap gap) implements Step {}
    }

    /**
     * Candles that are missing.
     *
     * @param first open time of the first missing candle
     * @param last open time of the last missing candle, not before {@code first}
     */
    public record Gap(Interval interval, Instant first, Instant last) {
        public Gap {
            if (last.isBefore(first)) {
                throw new IllegalArgumentException(
                        "a gap ends at or after its start %s, not at %s".formatted(first, last));
            }
        }

        /** How many candles are missing; at least one. */
        public long candles() {
            return (last.getEpochSecond() - first.getEpochSecond()) / interval.seconds() + 1;
        }
    }
}
