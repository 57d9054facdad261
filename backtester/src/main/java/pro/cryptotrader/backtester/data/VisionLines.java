package pro.cryptotrader.backtester.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

/** The lines of recorded files, whatever they are packed in: zip, gzip or nothing. */
public final class VisionLines {
    private static final int BUFFER = 1 << 16;

    private VisionLines() {}

    /** What takes one line; numbers start at 1. */
    @FunctionalInterface
    public interface Sink {
        void line(long number, String text) throws IOException;
    }

    /** Every file below {@code path} that may hold market data, in order of name; or itself. */
    public static List<Path> files(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new IOException(path + " does not exist");
        }
        try (var paths = Files.walk(path)) {
            return paths.filter(Files::isRegularFile)
                    .filter(each -> each.toString().matches(".*\\.(csv|csv\\.gz|zip)"))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Reads all lines; of a zip those of all its CSV files in their order. Headings are left out.
     */
    public static void read(Path file, Sink sink) throws IOException {
        try (var in = Files.newInputStream(file)) {
            if (file.toString().endsWith(".zip")) {
                var zip = new ZipInputStream(in);
                for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    if (entry.getName().endsWith(".csv")) {
                        readLines(zip, sink);
                    }
                }
            } else if (file.toString().endsWith(".gz")) {
                readLines(new GZIPInputStream(in, BUFFER), sink);
            } else {
                readLines(in, sink);
            }
        }
    }

    /**
     * Opens a file to be read line by line; of a zip its first CSV file.
     *
     * @throws IOException when there is none in it
     */
    static BufferedReader open(Path file) throws IOException {
        var in = Files.newInputStream(file);
        if (file.toString().endsWith(".zip")) {
            var zip = new ZipInputStream(in);
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".csv")) {
                    return reader(zip);
                }
            }
            zip.close();
            throw new IOException(file + " holds no CSV file");
        }
        return reader(file.toString().endsWith(".gz") ? new GZIPInputStream(in, BUFFER) : in);
    }

    private static BufferedReader reader(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII), BUFFER);
    }

    private static void readLines(InputStream in, Sink sink) throws IOException {
        var reader = reader(in);
        long number = 0;
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            boolean heading = number == 1 && !line.isEmpty() && Character.isLetter(line.charAt(0));
            if (!heading && !line.isBlank()) {
                sink.line(number, line);
            }
        }
    }
}
