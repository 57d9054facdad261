package pro.cryptotrader.backtester.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Symbol;

/** A folder of candles, such as {@code BTC-USDT/1m.candles}. */
public record CandleStore(Path root) {
    private static final String ENDING = ".candles";

    private Path path(Symbol symbol, Interval interval) {
        return root.resolve(symbol.base() + "-" + symbol.quote()).resolve(interval.code() + ENDING);
    }

    /** The candles of {@code symbol}, if there are any. */
    public Optional<StoredCandles> find(Symbol symbol, Interval interval) throws IOException {
        var path = path(symbol, interval);
        return Files.exists(path) ? Optional.of(StoredCandles.open(path)) : Optional.empty();
    }

    /**
     * The candles of {@code symbol}.
     *
     * @throws IOException saying what there is instead, when there are none
     */
    public StoredCandles open(Symbol symbol, Interval interval) throws IOException {
        var found = find(symbol, interval);
        if (found.isEmpty()) {
            throw new IOException(
                    "%s has no %s candles of %s; it has %s"
                            .formatted(root, interval.code(), symbol, contents()));
        }
        return found.get();
    }

    private String contents() throws IOException {
        var names =
                list().stream().map(each -> each.symbol() + " " + each.interval().code()).toList();
        return names.isEmpty() ? "none at all" : String.join(", ", names);
    }

    /** Everything there is, by symbol and interval. */
    public List<StoredCandles> list() throws IOException {
        var all = new ArrayList<StoredCandles>();
        if (Files.isDirectory(root)) {
            try (var paths = Files.find(root, 2, (path, _) -> path.toString().endsWith(ENDING))) {
                for (var path : paths.toList()) {
                    all.add(StoredCandles.open(path));
                }
            }
        }
        all.sort(
                Comparator.comparing(StoredCandles::symbol).thenComparing(StoredCandles::interval));
        return all;
    }

    /** Writes behind what is there; one at a time for each symbol and interval. */
    public CandleAppender append(Symbol symbol, Interval interval) throws IOException {
        return CandleAppender.open(path(symbol, interval), symbol, interval);
    }

    /**
     * Puts candles where they belong in time, instead of those of the same time; the file is
     * replaced as a whole.
     *
     * @param candles of one symbol and interval, in order of time, each time once
     */
    public void merge(List<Candle> candles) throws IOException {
        if (candles.isEmpty()) {
            return;
        }
        var symbol = candles.getFirst().symbol();
        var interval = candles.getFirst().interval();
        var path = path(symbol, interval);
        var temporary = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(temporary);
        try (var out = CandleAppender.open(temporary, symbol, interval)) {
            var stored = find(symbol, interval);
            int next = 0;
            if (stored.isPresent()) {
                try (var existing = stored.get().candles(Instant.EPOCH, Instant.MAX)) {
                    next = merge(existing, candles, out);
                }
            }
            for (var candle : candles.subList(next, candles.size())) {
                out.append(candle);
            }
        }
        Files.move(
                temporary,
                path,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static int merge(
            StoredCandles.Candles existing, List<Candle> candles, CandleAppender out)
            throws IOException {
        int next = 0;
        while (existing.hasNext()) {
            var old = existing.next();
            boolean replaced = false;
            while (next < candles.size() && !candles.get(next).openTime().isAfter(old.openTime())) {
                replaced |= candles.get(next).openTime().equals(old.openTime());
                out.append(candles.get(next++));
            }
            if (!replaced) {
                out.append(old);
            }
        }
        return next;
    }
}
