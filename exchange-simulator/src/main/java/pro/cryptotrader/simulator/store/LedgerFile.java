package pro.cryptotrader.simulator.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import pro.cryptotrader.simulator.matching.Fact;

/**
 * The append-only ledger: one fact a line with its number; the last fact of a command says {@code
 * "last":true}. What follows the last complete command is an unfinished write of a process that
 * died, and is cut off when it is opened.
 */
public final class LedgerFile implements AutoCloseable {
    private final ObjectMapper json = new ObjectMapper();
    private final Path path;
    private final FileChannel channel;
    private long sequence;

    /** Opens or creates the ledger and hands over every fact of every complete command. */
    public LedgerFile(Path path, Consumer<Fact> recovered) {
        this.path = path;
        try {
            var end = Files.exists(path) ? recover(recovered) : 0;
            channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.truncate(end);
            channel.position(end);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the ledger " + path, e);
        }
    }

    /** Where the ledger lies. */
    public Path path() {
        return path;
    }

    /** Writes the facts of one command; they survive the death of this process when it returns. */
    public void append(List<Fact> facts) {
        var text = new StringBuilder(facts.size() * 900);
        for (var i = 0; i < facts.size(); i++) {
            var node = FactJson.write(facts.get(i));
            node.put("seq", ++sequence);
            node.put("last", i == facts.size() - 1);
            text.append(node).append('\n');
        }
        var buffer = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the ledger " + path, e);
        }
    }

    private long recover(Consumer<Fact> recovered) throws IOException {
        var complete = 0L;
        var position = 0L;
        var command = new ArrayList<Fact>();
        var size = Files.size(path);
        try (var reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                position += line.getBytes(StandardCharsets.UTF_8).length + 1L;
                if (position > size) {
                    break;
                }
                var node = parse(line, position == size);
                if (node.isMissingNode()) {
                    break;
                }
                command.add(FactJson.read(node));
                if (node.path("last").asBoolean()) {
                    command.forEach(recovered);
                    command.clear();
                    complete = position;
                    sequence = node.path("seq").asLong();
                }
            }
            requireNothingBehind(reader, position, size);
        }
        return complete;
    }

    private static void requireNothingBehind(BufferedReader reader, long position, long size)
            throws IOException {
        if (reader.readLine() != null) {
            throw new IOException(
                    "the ledger is damaged in byte %d of %d".formatted(position, size));
        }
    }

    private JsonNode parse(String line, boolean last) throws IOException {
        try {
            return json.readTree(line);
        } catch (JsonProcessingException e) {
            if (last) {
                return json.missingNode();
            }
            throw new IOException("the ledger is damaged in this line: " + line, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the ledger " + path, e);
        }
    }
}
