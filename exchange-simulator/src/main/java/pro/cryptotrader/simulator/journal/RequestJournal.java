package pro.cryptotrader.simulator.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The append-only file of requests, one JSON object a line; a torn last line is cut off. */
public final class RequestJournal implements AutoCloseable {
    private static final int CHUNK = 4096;

    private final Path path;
    private final FileChannel channel;

    /** Opens or creates the file. */
    public RequestJournal(Path path) {
        this.path = path;
        try {
            channel =
                    FileChannel.open(
                            path,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            var end = endOfLastLine();
            channel.truncate(end);
            channel.position(end);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the requests in " + path, e);
        }
    }

    private long endOfLastLine() throws IOException {
        var end = channel.size();
        while (end > 0) {
            var start = Math.max(0, end - CHUNK);
            var buffer = ByteBuffer.allocate((int) (end - start));
            channel.read(buffer, start);
            for (var i = buffer.position() - 1; i >= 0; i--) {
                if (buffer.get(i) == '\n') {
                    return start + i + 1;
                }
            }
            end = start;
        }
        return 0;
    }

    /** Where it lies. */
    public Path path() {
        return path;
    }

    /** Writes a request; it survives the death of this process when this returns. */
    public synchronized void append(ObjectNode request) {
        var buffer = ByteBuffer.wrap((request + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the requests to " + path, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the requests in " + path, e);
        }
    }
}
