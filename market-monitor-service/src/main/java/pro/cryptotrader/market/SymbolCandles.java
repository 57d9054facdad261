package pro.cryptotrader.market;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.CandleClosed;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.core.market.CandleAggregator;
import pro.cryptotrader.core.market.CandleSequence;

/**
 * Turns one symbol's minutes into the promised sequences: every interval, without gaps, each candle
 * once. A minute for which the venue has no candle (it was down, or nothing traded) becomes a flat
 * one without volume.
 */
public final class SymbolCandles {
    private final CandleAggregator aggregator = CandleAggregator.ofAll();
    private final Map<Interval, Instant> published = new EnumMap<>(Interval.class);
    private CandleAggregator.Partials partials;
    private Instant next;
    private @Nullable Candle last;

    /**
     * Goes on where publishing stopped.
     *
     * @param published the open time of the last published candle per interval
     * @param start the open time of the first minute wanted; a multiple of the longest interval, so
     *     that longer candles that are still open are built from all of their minutes
     */
    public SymbolCandles(Symbol symbol, Map<Interval, Instant> published, Instant start) {
        this.published.putAll(published);
        this.partials = CandleAggregator.Partials.none(symbol);
        this.next = start;
    }

    /** The open time of the minute that is wanted next. */
    public Instant next() {
        return next;
    }

    /**
     * Takes a closed minute; one that was taken before says nothing.
     *
     * @param history whether it closed too long ago to be acted on
     * @return what is new by it and by the quiet minutes before it, shorter intervals first
     */
    public List<CandleClosed> accept(Candle minute, boolean history) {
        if (minute.openTime().isBefore(next)) {
            return List.of();
        }
        var news = new ArrayList<CandleClosed>();
        while (last != null && next.isBefore(minute.openTime())) {
            take(new CandleClosed(CandleSequence.quiet(last), true), news);
        }
        take(new CandleClosed(minute, history), news);
        return news;
    }

    private void take(CandleClosed minute, List<CandleClosed> news) {
        last = minute.candle();
        next = minute.candle().closeTime();
        announce(minute, news);
        var decision = aggregator.decide(partials, minute);
        partials = decision.state();
        for (var event : decision.events()) {
            if (event instanceof CandleClosed longer) {
                announce(longer, news);
            }
        }
    }

    private void announce(CandleClosed closed, List<CandleClosed> news) {
        var candle = closed.candle();
        var latest = published.get(candle.interval());
        if (latest == null || candle.openTime().isAfter(latest)) {
            published.put(candle.interval(), candle.openTime());
            news.add(closed);
        }
    }
}
