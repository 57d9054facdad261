package pro.cryptotrader.simulator.market;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.simulator.matching.Amounts;

/** A recording as a stream of trades: recorded ones as they were, candles walked. */
final class RecordedTrades {
    private final Recording recording;
    private final CandleWalk walk;
    private final Iterator<RecordedFile> files;
    private final Deque<MarketTrade> ahead = new ArrayDeque<>();
    private @Nullable RecordedFile file;
    private RecordedFile.@Nullable Rows rows;
    private @Nullable Candle lastCandle;
    private @Nullable Candle peeked;

    /** Trades from {@code from} on; what was before is skipped. */
    RecordedTrades(Recording recording, long seed, long from) {
        this.recording = recording;
        walk = new CandleWalk(recording.listing().instrument(), seed);
        files = recording.files().iterator();
        skip(from);
    }

    private void skip(long from) {
        if (candles()) {
            for (var candle = peek();
                    candle != null && candle.openTime() + recording.interval() <= from;
                    candle = peek()) {
                peeked = null;
            }
            if (peek() != null && peek().openTime() < from) {
                unfold();
                ahead.removeIf(trade -> trade.time() < from);
            }
        } else {
            for (var row = nextRow(); row != null; row = nextRow()) {
                var trade = trade(row);
                if (trade.time() >= from) {
                    ahead.add(trade);
                    return;
                }
            }
        }
    }

    private boolean candles() {
        return recording.files().getFirst().kind() == RecordedFile.Kind.CANDLES;
    }

    /** When something happens next, {@link Long#MAX_VALUE} at the end. */
    long nextTime() {
        if (!ahead.isEmpty()) {
            return ahead.getFirst().time();
        }
        if (candles()) {
            var candle = peek();
            return candle == null ? Long.MAX_VALUE : candle.openTime();
        }
        refill();
        return ahead.isEmpty() ? Long.MAX_VALUE : ahead.getFirst().time();
    }

    /** Takes the trades before {@code end}. */
    void take(long end, Consumer<MarketTrade> consumer) {
        if (candles()) {
            while (peek() != null && peek().openTime() < end) {
                unfold();
            }
        } else {
            refill();
        }
        while (!ahead.isEmpty() && ahead.getFirst().time() < end) {
            consumer.accept(ahead.removeFirst());
            if (!candles()) {
                refill();
            }
        }
    }

    /**
     * What the symbol is worth in a minute without trades: 0 for what it was worth before, -1 if
     * nothing is recorded of that minute.
     */
    long standing(long minute) {
        if (!candles()) {
            return minute >= Interval.M1.openOf(recording.first()) && minute <= recording.last()
                    ? 0
                    : -1;
        }
        var candle = lastCandle;
        if (candle == null || minute >= candle.openTime() + recording.interval()) {
            return -1;
        }
        return candle.volume() == 0 ? candle.open() : 0;
    }

    private void unfold() {
        var candle = peek();
        if (candle != null) {
            ahead.addAll(walk.trades(candle, recording.interval()));
            lastCandle = candle;
            peeked = null;
        }
    }

    private void refill() {
        if (ahead.isEmpty()) {
            var row = nextRow();
            if (row != null) {
                ahead.add(trade(row));
            }
        }
    }

    /** The next candle that has not been unfolded. */
    @Nullable Candle peek() {
        if (peeked == null) {
            var row = nextRow();
            peeked = row == null ? null : Recording.candle(row);
        }
        return peeked;
    }

    private String @Nullable [] nextRow() {
        while (rows == null || !rows.hasNext()) {
            if (rows != null) {
                rows.close();
            }
            if (!files.hasNext()) {
                rows = null;
                return null;
            }
            file = files.next();
            rows = file.rows();
        }
        return rows.next();
    }

    private MarketTrade trade(String[] row) {
        var aggregated = recording.files().getFirst().kind() == RecordedFile.Kind.AGGREGATED_TRADES;
        return new MarketTrade(
                recording.symbol(),
                Long.parseLong(row[0]),
                RecordedFile.millis(row[aggregated ? 5 : 4]),
                Amounts.parse(row[1]),
                Amounts.parse(row[2]),
                Boolean.parseBoolean(row[aggregated ? 6 : 5]));
    }
}
