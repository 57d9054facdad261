package pro.cryptotrader.backtester.research;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import pro.cryptotrader.contracts.wire.EventJson;

/**
 * The trials of a study in a file of JSON lines, in the order they ended, so that a study that was
 * stopped goes on where it was. The first line says what the study is; trials of another study are
 * refused rather than mixed in.
 */
public final class TrialLog implements AutoCloseable {
    private static final ObjectMapper JSON = EventJson.newMapper();

    private final Map<SortedMap<String, String>, TrialOutcome> known = new HashMap<>();
    private final BufferedWriter out;

    private TrialLog(BufferedWriter out) {
        this.out = out;
    }

    /** The first line. */
    record Title(String study) {}

    /**
     * Opens or starts a log.
     *
     * @param study everything that a trial's outcome depends on beside its values
     * @throws IOException also when the file holds another study
     */
    public static TrialLog open(Path path, String study) throws IOException {
        var lines = Files.exists(path) ? wholeLines(path) : List.<String>of();
        if (!lines.isEmpty()) {
            requireSame(path, read(path, lines.getFirst(), Title.class).study(), study);
        }
        Files.createDirectories(path.toAbsolutePath().getParent());
        // A line that was cut off is cut away.
        Files.write(path, lines);
        var log = new TrialLog(Files.newBufferedWriter(path, StandardOpenOption.APPEND));
        if (lines.isEmpty()) {
            log.write(new Title(study));
        }
        for (var line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            var trial = read(path, line, TrialOutcome.class);
            log.known.put(trial.values(), trial);
        }
        return log;
    }

    private static void requireSame(Path path, String found, String wanted) throws IOException {
        if (!found.equals(wanted)) {
            throw new IOException(
                    "%s holds the trials of another study (%s, not %s); name another file or delete it"
                            .formatted(path, found, wanted));
        }
    }

    private static List<String> wholeLines(Path path) throws IOException {
        var text = Files.readString(path);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    private static <T> T read(Path path, String line, Class<T> type) throws IOException {
        try {
            return JSON.readValue(line, type);
        } catch (JsonProcessingException e) {
            throw new IOException("%s has a line that is no trial: %s".formatted(path, line), e);
        }
    }

    /** The outcome of these values, if they were tried. */
    public synchronized Optional<TrialOutcome> find(SortedMap<String, String> values) {
        return Optional.ofNullable(known.get(values));
    }

    /** How many trials there are. */
    public synchronized int size() {
        return known.size();
    }

    /** Adds a trial, at once on disk. */
    public synchronized void add(TrialOutcome trial) throws IOException {
        known.put(trial.values(), trial);
        write(trial);
    }

    private void write(Object line) throws IOException {
        out.write(JSON.writeValueAsString(line));
        out.write('\n');
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
