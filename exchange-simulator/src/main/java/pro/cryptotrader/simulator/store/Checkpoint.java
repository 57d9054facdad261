package pro.cryptotrader.simulator.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How to go on with a market after the last minute that closed.
 *
 * @param market what makes this market itself; another market must not go on with it
 * @param nextMinute open time of the first minute that has not closed, milliseconds
 * @param tradeIds last trade number by symbol
 * @param aggregateIds last aggregate's number by symbol
 * @param tape the tape's own position
 */
public record Checkpoint(
        String market,
        long nextMinute,
        Map<String, Long> tradeIds,
        Map<String, Long> aggregateIds,
        Map<String, double[]> tape) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Aggregates were not numbered always. */
    public Checkpoint {
        aggregateIds = Objects.requireNonNullElse(aggregateIds, Map.of());
    }

    /** Reads the checkpoint, if there is one. */
    public static Optional<Checkpoint> read(Path path) {
        try {
            return Files.exists(path)
                    ? Optional.of(JSON.readValue(path.toFile(), Checkpoint.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the checkpoint " + path, e);
        }
    }

    /** Replaces the checkpoint at once. */
    public void write(Path path) {
        try {
            var fresh = path.resolveSibling(path.getFileName() + ".new");
            JSON.writeValue(fresh.toFile(), this);
            Files.move(
                    fresh,
                    path,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the checkpoint " + path, e);
        }
    }
}
