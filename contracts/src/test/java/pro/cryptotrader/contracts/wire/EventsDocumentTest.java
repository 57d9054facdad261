package pro.cryptotrader.contracts.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventsDocumentTest {
    private static final int KEY = 1;
    private static final int WRITERS = 3;
    private static final int READERS = 4;
    private static final int SERVICES = 8;

    private final AsyncApi document = AsyncApi.shipped();

    @Test
    void listsEveryTypeWithItsTopic() throws IOException {
        var lines = lines();

        for (var type : EventType.values()) {
            var row = "| `%s` | `%s` |".formatted(type.typeName(), type.topic().topicName());
            assertThat(lines).as(row).anyMatch(line -> line.startsWith(row));
        }
    }

    @ParameterizedTest
    @EnumSource
    void namesEachTopicsKeyWritersAndReadersAsAsyncApiDoes(Topic topic) throws IOException {
        var row =
                lines().stream()
                        .filter(line -> line.startsWith("| `%s` |".formatted(topic.topicName())))
                        .findFirst()
                        .map(line -> Arrays.stream(line.substring(1).split("\\|")))
                        .orElseThrow(() -> new AssertionError(topic + " is not in docs/events.md"))
                        .map(String::strip)
                        .toList();

        if (topic != Topic.DEAD_LETTERS) {
            assertThat(row.get(KEY))
                    .isEqualTo(
                            document.channel(topic).path("x-key").asText().replace("|", " and "));
        }
        assertThat(row.get(WRITERS)).isEqualTo(services(topic, "writes", "nobody"));
        assertThat(row.get(READERS)).isEqualTo(services(topic, "reads", "people"));
    }

    private String services(Topic topic, String verb, String nobody) {
        var suffix = ".%s.%s".formatted(verb, topic.topicName());
        var services =
                AsyncApi.names(document.root().path("operations")).stream()
                        .filter(operation -> operation.endsWith(suffix))
                        .map(operation -> operation.substring(0, operation.indexOf('.')))
                        .map(service -> service.replace("-service", "").replace("dashboard-", ""))
                        .toList();
        if (services.isEmpty()) {
            return nobody;
        }
        return services.size() == SERVICES ? "all" : String.join(", ", services);
    }

    private static List<String> lines() throws IOException {
        return Files.readAllLines(Path.of("..", "docs", "events.md"));
    }
}
