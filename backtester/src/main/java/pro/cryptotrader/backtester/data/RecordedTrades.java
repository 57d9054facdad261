package pro.cryptotrader.backtester.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was traded of one symbol, in order, from files of trades or aggregated trades. It
 * is streamed: a line is read when somebody wants to know of it, and forgotten.
 */
public final class RecordedTrades implements AutoCloseable {
    private final Deque<Path> files;
    private @Nullable BufferedReader lines;
    private @Nullable RecordedTrade next;
    private long lastId = Long.MIN_VALUE;

    private RecordedTrades(Deque<Path> files) {
        this.files = files;
    }

    /**
     * Opens files of one symbol, which are put in the order of their first trades.
     *
     * @throws IOException naming a file that cannot be read or holds no trades
     */
    public static RecordedTrades of(List<Path> files) throws IOException {
        var sorted = new ArrayList<Opened>();
        for (var file : files) {
            sorted.add(new Opened(file, firstTime(file)));
        }
        sorted.sort(Comparator.comparing(Opened::first));
        var trades = new RecordedTrades(new ArrayDeque<>());
        sorted.forEach(each -> trades.files.add(each.file()));
        return trades;
    }

    private record Opened(Path file, Instant first) {}

    private static Instant firstTime(Path file) throws IOException {
        try (var single = new RecordedTrades(new ArrayDeque<>(List.of(file)))) {
            var first = single.peek();
            if (first == null) {
                throw new IOException(file + " holds no trades");
            }
            return first.time();
        }
    }

    /** The next trade, which stays the next one; null after the last. */
    public @Nullable RecordedTrade peek() {
        if (next == null) {
            try {
                next = read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return next;
    }

    /** Goes on behind the next trade. */
    public void skip() {
        next = null;
    }

    private @Nullable RecordedTrade read() throws IOException {
        while (true) {
            var open = lines;
            if (open == null) {
                if (files.isEmpty()) {
                    return null;
                }
                lines = VisionLines.open(files.remove());
                continue;
            }
            var line = open.readLine();
            if (line == null) {
                open.close();
                lines = null;
            } else if (!line.isBlank() && !Character.isLetter(line.charAt(0))) {
                var trade = VisionRow.trade(line);
                if (trade.id() <= lastId) {
                    throw new IOException(
                            "trade %d does not come after trade %d; files of one symbol are of one"
                                            .formatted(trade.id(), lastId)
                                    + " kind and do not overlap");
                }
                lastId = trade.id();
                return trade;
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (lines != null) {
            lines.close();
            lines = null;
        }
    }
}
