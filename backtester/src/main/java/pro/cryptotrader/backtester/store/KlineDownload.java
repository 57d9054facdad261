package pro.cryptotrader.backtester.store;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * Brings a symbol's closed candles from the venue into a store: what is missing before the first
 * one that is there, then what is missing after the last. Stopped at any moment, it goes on where
 * it was.
 */
public record KlineDownload(CandleStore store, KlineVenue venue) {
    /** Earlier candles are put in front in portions of this size. */
    private static final int PORTION = 100_000;

    /**
     * Downloads.
     *
     * @param from open time of the first candle wanted
     * @param to where to stop, exclusive; candles that are not closed are never taken
     * @param progress is told how far it has come and how many candles were added
     * @return how many candles were added
     */
    public long run(
            Symbol symbol,
            Interval interval,
            Instant from,
            Instant to,
            BiConsumer<Instant, Long> progress)
            throws IOException, InterruptedException {
        var closed = interval.openTimeOf(venue.time());
        var end = to.isBefore(closed) ? to : closed;
        var stored = store.find(symbol, interval);
        var first = stored.isPresent() ? stored.get().first() : Instant.MAX;
        var pass = new Pass(symbol, interval, progress);
        if (stored.isPresent() && from.isBefore(first) && !first.equals(Instant.MAX)) {
            pass.prepend(from, first.isBefore(end) ? first : end);
        }
        pass.append(from, end);
        return pass.added;
    }

    /** One run over the pages of one symbol. */
    private final class Pass {
        private final Symbol symbol;
        private final Interval interval;
        private final BiConsumer<Instant, Long> progress;
        private long added;

        Pass(Symbol symbol, Interval interval, BiConsumer<Instant, Long> progress) {
            this.symbol = symbol;
            this.interval = interval;
            this.progress = progress;
        }

        void prepend(Instant from, Instant end) throws IOException, InterruptedException {
            var portion = new ArrayList<Candle>();
            for (var page = page(from, end); !page.isEmpty(); page = page(after(page), end)) {
                portion.addAll(page);
                if (portion.size() >= PORTION) {
                    store.merge(portion);
                    portion.clear();
                }
            }
            store.merge(portion);
        }

        void append(Instant from, Instant end) throws IOException, InterruptedException {
            try (var out = store.append(symbol, interval)) {
                var known = out.last();
                var start = known.isBefore(from) ? from : known.plus(interval.duration());
                for (var page = page(start, end); !page.isEmpty(); page = page(after(page), end)) {
                    for (var candle : page) {
                        out.append(candle);
                    }
                    out.flush();
                }
            }
        }

        private List<Candle> page(Instant from, Instant end)
                throws IOException, InterruptedException {
            if (!from.isBefore(end)) {
                return List.of();
            }
            var page = venue.klines(symbol, interval, from, end);
            if (!page.isEmpty()) {
                added += page.size();
                progress.accept(page.getLast().closeTime(), added);
            }
            return page;
        }

        private Instant after(List<Candle> page) {
            return page.getLast().closeTime();
        }
    }
}
