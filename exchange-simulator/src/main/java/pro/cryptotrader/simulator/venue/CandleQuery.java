package pro.cryptotrader.simulator.venue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.simulator.market.Candle;
import pro.cryptotrader.simulator.market.Interval;
import pro.cryptotrader.simulator.store.CandleFile;

/** Candles of any interval from the closed minutes on disk and the open one. */
final class CandleQuery {
    private CandleQuery() {}

    static List<Candle> candles(
            CandleFile file,
            Optional<Candle> minute,
            long now,
            Interval interval,
            @Nullable Long from,
            @Nullable Long to,
            int limit) {
        var last = Math.min(to == null ? Long.MAX_VALUE : to, now);
        var first = from == null ? interval.openOf(last - (limit - 1) * interval.longest()) : from;
        // Only candles that open in the asked stretch count, so the first may have to wait for its
        // bucket.
        var start = interval.openOf(first) < first ? interval.endOf(first) : first;
        var until = from == null ? Long.MAX_VALUE : start + limit * interval.longest();
        var end = Math.min(interval.endOf(last), until);

        var fold = new Fold(interval);
        var fileEnd = Math.min(end, minute.map(Candle::openTime).orElse(Long.MAX_VALUE));
        file.forEach(start, fileEnd, fold::add);
        minute.filter(open -> open.openTime() >= start && open.openTime() < end)
                .ifPresent(fold::add);
        var all = fold.candles;
        var excess = Math.max(0, all.size() - limit);
        return from == null ? all.subList(excess, all.size()) : all.subList(0, all.size() - excess);
    }

    private static final class Fold {
        private final Interval interval;
        private final List<Candle> candles = new ArrayList<>();

        Fold(Interval interval) {
            this.interval = interval;
        }

        void add(Candle minute) {
            var open = interval.openOf(minute.openTime());
            if (!candles.isEmpty() && candles.getLast().openTime() == open) {
                candles.add(candles.removeLast().and(minute, open));
            } else {
                candles.add(minute.openedAt(open));
            }
        }
    }
}
