package pro.cryptotrader.backtester.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * Takes the candles of one file: later ones go to the end of the store's file, earlier ones are
 * compared with what is there and, where they differ, merged in.
 */
final class ImportSink implements AutoCloseable {
    /** So many candles are kept in memory before the store's file is written anew. */
    private static final int MOST_LATE = 200_000;

    private final CandleStore store;
    private final Symbol symbol;
    private final Interval interval;
    private final Path file;
    private final TreeMap<Instant, Candle> late = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();
    private CandleAppender appender;
    private StoredCandles.@Nullable Candles existing;
    private @Nullable Candle atHand;
    private Instant lastTaken = Instant.MIN;
    private long rows;
    private long added;
    private long unchanged;
    private long replaced;
    private long refused;

    ImportSink(CandleStore store, Symbol symbol, Interval interval, Path file) throws IOException {
        this.store = store;
        this.symbol = symbol;
        this.interval = interval;
        this.file = file;
        this.appender = store.append(symbol, interval);
    }

    /** Something that may refuse a row. */
    @FunctionalInterface
    interface Row {
        void take() throws IOException;
    }

    /** Counts a line and notes what is wrong with it. */
    void row(long number, Row row) throws IOException {
        rows++;
        try {
            row.take();
        } catch (IllegalArgumentException | ArithmeticException e) {
            refused++;
            if (problems.size() < ImportedFile.MOST_LISTED) {
                problems.add("line %d: %s".formatted(number, e.getMessage()));
            }
        }
    }

    void takeAll(List<Candle> candles) throws IOException {
        for (var candle : candles) {
            take(candle);
        }
        candles.clear();
    }

    void take(Candle candle) throws IOException {
        if (candle.openTime().equals(lastTaken)) {
            throw new IllegalArgumentException("%s comes twice".formatted(lastTaken));
        }
        if (candle.openTime().isAfter(appender.last())) {
            appender.append(candle);
            added++;
        } else {
            takeLate(candle);
        }
        lastTaken = candle.openTime();
    }

    private void takeLate(Candle candle) throws IOException {
        var known = stored(candle.openTime());
        if (candle.equals(known)) {
            unchanged++;
            return;
        }
        if (known == null) {
            added++;
        } else {
            replaced++;
        }
        late.put(candle.openTime(), candle);
        if (late.size() == MOST_LATE) {
            merge();
        }
    }

    /** What the store has of {@code time}; quick while times go up. */
    private @Nullable Candle stored(Instant time) throws IOException {
        if (late.containsKey(time)) {
            return late.get(time);
        }
        if (existing == null || atHand == null || atHand.openTime().isAfter(time)) {
            closeExisting();
            appender.flush();
            existing = store.open(symbol, interval).candles(time, Instant.MAX);
            atHand = existing.hasNext() ? existing.next() : null;
        }
        while (atHand != null && atHand.openTime().isBefore(time)) {
            atHand = existing.hasNext() ? existing.next() : null;
        }
        return atHand != null && atHand.openTime().equals(time) ? atHand : null;
    }

    private void merge() throws IOException {
        closeExisting();
        appender.close();
        store.merge(List.copyOf(late.values()));
        late.clear();
        appender = store.append(symbol, interval);
    }

    private void closeExisting() {
        if (existing != null) {
            existing.close();
            existing = null;
            atHand = null;
        }
    }

    ImportedFile finish() throws IOException {
        if (!late.isEmpty()) {
            merge();
        }
        appender.flush();
        return new ImportedFile(file, rows, added, unchanged, replaced, refused, problems);
    }

    @Override
    public void close() throws IOException {
        closeExisting();
        appender.close();
    }
}
