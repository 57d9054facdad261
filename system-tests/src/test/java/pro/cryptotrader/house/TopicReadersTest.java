package pro.cryptotrader.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who reads what: {@code asyncapi.yaml} and the services' own settings say the same. */
class TopicReadersTest {
    private static final String READS = ".reads.";

    @ParameterizedTest
    @EnumSource(
            value = House.class,
            names = {
                "MARKET_MONITOR",
                "SIGNAL",
                "RISK",
                "EXECUTOR",
                "POSITION",
                "NOTIFICATION",
                "GATEWAY"
            })
    void aServiceReadsTheTopicsThatTheDescriptionNames(House service) throws IOException {
        var read = readBy(service);

        assertThat(read).isNotEmpty().isEqualTo(describedFor(service));
    }

    /** Beside its channel it reads, with consumers of their own, what its trials travel on. */
    @Test
    void theBacktestsReadTheirJobsAndTheirTrials() throws IOException {
        var read = new TreeSet<>(readBy(House.BACKTEST));
        read.addAll(Set.of("backtest.trials", "backtest.results"));

        assertThat(read).isEqualTo(describedFor(House.BACKTEST));
    }

    private static Set<String> readBy(House service) throws IOException {
        var settings = new Properties();
        var file = service.folder().resolve("src/main/resources/application.properties");
        try (var reader = Files.newBufferedReader(file)) {
            settings.load(reader);
        }
        var topics = new TreeSet<String>();
        for (var name : settings.stringPropertyNames()) {
            if (name.matches("mp\\.messaging\\.incoming\\.[^.]+\\.topics?")) {
                topics.addAll(Set.of(settings.getProperty(name).split(",")));
            }
        }
        return topics;
    }

    private static Set<String> describedFor(House service) throws IOException {
        JsonNode description =
                new ObjectMapper(new YAMLFactory())
                        .readTree(
                                House.CONTRACTS
                                        .folder()
                                        .resolve("src/main/resources/asyncapi.yaml")
                                        .toFile());
        var prefix = service.folder().getFileName() + READS;
        var topics = new TreeSet<String>();
        for (var operation : description.path("operations").properties()) {
            if (operation.getKey().startsWith(prefix)) {
                topics.add(operation.getKey().substring(prefix.length()));
            }
        }
        return topics;
    }
}
