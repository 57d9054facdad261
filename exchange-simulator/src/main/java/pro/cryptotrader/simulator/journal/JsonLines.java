package pro.cryptotrader.simulator.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the complete lines that a growing file had when it was opened. */
final class JsonLines implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final InputStream in;
    private long left;
    private @Nullable JsonNode head;

    JsonLines(Path path) throws IOException {
        left = Files.size(path);
        in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        head = read();
    }

    /** The next line, null at the end. */
    @Nullable JsonNode peek() {
        return head;
    }

    /** Goes on to the line behind. */
    void skip() throws IOException {
        head = read();
    }

    private @Nullable JsonNode read() throws IOException {
        var line = new ByteArrayOutputStream(512);
        while (left > 0) {
            var next = in.read();
            left--;
            if (next < 0) {
                return null;
            }
            if (next == '\n') {
                return JSON.readTree(line.toByteArray());
            }
            line.write(next);
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
