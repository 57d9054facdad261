package pro.cryptotrader.core.market;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.CandleClosed;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.core.Decision;

/**
 * Builds longer candles from one symbol's gap-free 1m candles. A longer candle is emitted exactly
 * when its last minute closes, with exact sums; one whose first minute was not seen is never
 * emitted. Emitted candles are history when that last minute is.
 */
public final class CandleAggregator {
    private final List<Interval> targets;

    /**
     * An aggregator for some intervals.
     *
     * @param targets the intervals to build, longer than 1m
     */
    public CandleAggregator(List<Interval> targets) {
        if (targets.contains(Interval.M1)) {
            throw new IllegalArgumentException("1m candles are what others are built from");
        }
        this.targets = List.copyOf(targets);
    }

    /** Builds all intervals that exist: 5m, 15m, 1h and 4h. */
    public static CandleAggregator ofAll() {
        return new CandleAggregator(List.of(Interval.M5, Interval.M15, Interval.H1, Interval.H4));
    }

    /**
     * Adds a minute; the minute that was added last is ignored when it comes again.
     *
     * @return the state from now on and the longer candles that this minute completes, shortest
     *     first
     * @throws IllegalArgumentException when the minute is of another symbol or interval, lies
     *     before the last one, or leaves a gap after it
     */
    public Decision<Partials> decide(Partials state, CandleClosed closed) {
        var minute = closed.candle();
        requireFits(state, minute);
        if (state.lastMinute != null && !follows(state.lastMinute, minute)) {
            return Decision.quiet(state);
        }
        var open = new TreeMap<Interval, Candle>();
        var events = new ArrayList<Event>();
        for (var target : targets) {
            var grown = grow(state.open.get(target), minute, target);
            if (grown == null) {
                continue;
            }
            if (grown.closeTime().equals(minute.closeTime())) {
                events.add(new CandleClosed(grown, closed.history()));
            } else {
                open.put(target, grown);
            }
        }
        return new Decision<>(new Partials(state.symbol, minute.openTime(), open), events);
    }

    private static @Nullable Candle grow(@Nullable Candle partial, Candle minute, Interval target) {
        if (partial != null) {
            return join(partial, minute);
        }
        boolean first = target.openTimeOf(minute.openTime()).equals(minute.openTime());
        return first ? of(minute, target) : null;
    }

    private static Candle of(Candle minute, Interval target) {
        return new Candle(
                minute.symbol(),
                target,
                minute.openTime(),
                minute.open(),
                minute.high(),
                minute.low(),
                minute.close(),
                minute.volume(),
                minute.quoteVolume(),
                minute.trades());
    }

    private static Candle join(Candle partial, Candle minute) {
        return new Candle(
                partial.symbol(),
                partial.interval(),
                partial.openTime(),
                partial.open(),
                minute.high().isAbove(partial.high()) ? minute.high() : partial.high(),
                minute.low().isBelow(partial.low()) ? minute.low() : partial.low(),
                minute.close(),
                partial.volume().add(minute.volume()),
                partial.quoteVolume().add(minute.quoteVolume()),
                partial.trades() + minute.trades());
    }

    private static void requireFits(Partials state, Candle minute) {
        if (minute.interval() != Interval.M1 || !minute.symbol().equals(state.symbol)) {
            throw new IllegalArgumentException(
                    "%s is built from its 1m candles, not from a %s candle of %s"
                            .formatted(state.symbol, minute.interval().code(), minute.symbol()));
        }
    }

    private static boolean follows(Instant last, Candle minute) {
        return switch (CandleSequence.step(Interval.M1, last, minute.openTime())) {
            case CandleSequence.Step.Next _ -> true;
            case CandleSequence.Step.Repeated _ -> false;
            case CandleSequence.Step.Late _ ->
                    throw new IllegalArgumentException(
                            "%s: the 1m candle of %s comes after that of %s"
                                    .formatted(minute.symbol(), minute.openTime(), last));
            case CandleSequence.Step.Jump(var gap) ->
                    throw new IllegalArgumentException(
                            "%s: fill the gap first, %d 1m candles from %s to %s are missing"
                                    .formatted(
                                            minute.symbol(),
                                            gap.candles(),
                                            gap.first(),
                                            gap.last()));
        };
    }

    /**
     * The candles of one symbol that are still growing.
     *
     * @param lastMinute open time of the last minute added; null before the first
     * @param open what has been added to each growing candle so far; a candle in the interval's
     *     terms whose last minutes are still to come
     */
    public record Partials(
            Symbol symbol, @Nullable Instant lastMinute, SortedMap<Interval, Candle> open) {
        public Partials {
            open = Collections.unmodifiableSortedMap(new TreeMap<>(open));
        }

        /** Nothing added yet. */
        public static Partials none(Symbol symbol) {
            return new Partials(symbol, null, new TreeMap<>());
        }
    }
}
