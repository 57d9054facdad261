package pro.cryptotrader.contracts.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The sample message of each event type, as a person would read it. */
final class Samples {
    private Samples() {}

    static String of(EventType type) {
        return resource("/samples/" + type.typeName() + ".json");
    }

    static String resource(String path) {
        try (var stream = Samples.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException(path + " is missing from src/test/resources");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
