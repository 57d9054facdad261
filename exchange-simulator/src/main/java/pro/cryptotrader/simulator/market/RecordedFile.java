package pro.cryptotrader.simulator.market;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file in one of Binance Vision's CSV formats: candles, trades or aggregated trades; plain, gzip
 * or zip; with or without a header; times in milliseconds or microseconds. Its name begins with the
 * symbol and a dash.
 */
public record RecordedFile(Path path, String symbol, Kind kind) {
    /** What a row is, told by its number of columns. */
    public enum Kind {
        CANDLES(12, 0, 1),
        AGGREGATED_TRADES(8, 5, 1),
        TRADES(7, 4, 1);

        private final int columns;
        private final int timeColumn;
        private final int priceColumn;

        Kind(int columns, int timeColumn, int priceColumn) {
            this.columns = columns;
            this.timeColumn = timeColumn;
            this.priceColumn = priceColumn;
        }
    }

    private static final long MICROSECONDS_FROM = 100_000_000_000_000L;

    /** Looks at name and first row. */
    public static RecordedFile of(Path path) {
        var name = path.getFileName().toString();
        var dash = name.indexOf('-');
        var symbol = dash < 0 ? "" : name.substring(0, dash);
        if (!symbol.matches("[A-Z0-9]{5,20}")) {
            throw new IllegalArgumentException(
                    "%s: the name must begin with a symbol and a dash, such as BTCUSDT-1m-2024-08.csv"
                            .formatted(path));
        }
        if (!Files.isReadable(path)) {
            throw new IllegalArgumentException(path + ": there is no such readable file");
        }
        try (var rows = new Rows(path)) {
            if (!rows.hasNext()) {
                throw new IllegalArgumentException(path + ": there is no row in it");
            }
            var columns = rows.next().length;
            for (var kind : Kind.values()) {
                if (kind.columns == columns) {
                    return new RecordedFile(path, symbol, kind);
                }
            }
            throw new IllegalArgumentException(
                    "%s: a row has %d columns, but candles have 12, aggregated trades 8 and trades 7"
                            .formatted(path, columns));
        }
    }

    /** All rows, oldest first. */
    public Rows rows() {
        return new Rows(path);
    }

    /** When a row happened or opened, milliseconds. */
    public long time(String[] row) {
        return millis(row[kind.timeColumn]);
    }

    /** The price of a row, for a candle its open. */
    String price(String[] row) {
        return row[kind.priceColumn];
    }

    static long millis(String text) {
        var time = Long.parseLong(text);
        return time >= MICROSECONDS_FROM ? time / 1000 : time;
    }

    /** The rows of a file, split at their commas; a header is left out. */
    public static final class Rows implements Iterator<String[]>, AutoCloseable {
        private final Path path;
        private final BufferedReader reader;
        private @Nullable String line;

        private Rows(Path path) {
            this.path = path;
            try {
                reader =
                        new BufferedReader(
                                new InputStreamReader(open(path), StandardCharsets.UTF_8));
                line = reader.readLine();
                if (line != null && !line.isEmpty() && !Character.isDigit(line.charAt(0))) {
                    line = reader.readLine();
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + path, e);
            }
        }

        private static InputStream open(Path path) throws IOException {
            var file = Files.newInputStream(path);
            var name = path.toString();
            if (name.endsWith(".gz")) {
                return new GZIPInputStream(file, 1 << 16);
            }
            if (name.endsWith(".zip")) {
                var zip = new ZipInputStream(file);
                if (zip.getNextEntry() == null) {
                    throw new IOException(path + " is an empty zip file");
                }
                return zip;
            }
            return file;
        }

        @Override
        public boolean hasNext() {
            return line != null && !line.isBlank();
        }

        @Override
        public String[] next() {
            var current = line;
            if (current == null) {
                throw new NoSuchElementException();
            }
            try {
                line = reader.readLine();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + path, e);
            }
            return current.split(",", -1);
        }

        @Override
        public void close() {
            try {
                reader.close();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot close " + path, e);
            }
        }
    }
}
