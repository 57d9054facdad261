package pro.cryptotrader.backtester.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import pro.cryptotrader.backtester.replay.Recording;
import pro.cryptotrader.contracts.wire.Topic;

/** Copies what is on a broker's topics into a folder. */
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        description =
                "Copies all messages that the topics have now into a folder, and when they were"
                        + " published, for 'replay'.")
public final class RecordCommand implements Callable<Integer> {
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            defaultValue = "localhost:9092",
            description = "The broker. Default: ${DEFAULT-VALUE}.")
    private String bootstrapServers = "localhost:9092";

    @Option(
            names = "--recording",
            paramLabel = "FOLDER",
            required = true,
            description = "Where to; files that are there are replaced.")
    private Path recording = Path.of(".");

    @Option(names = "--json", description = "Write JSON.")
    private boolean json;

    /** What was copied. */
    record Copied(String topic, long messages) {}

    @Override
    public Integer call() throws IOException {
        KAFKA.setLevel(Level.WARNING);
        var output = new Output(spec, json);
        Files.createDirectories(recording);
        var copied = new ArrayList<Copied>();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "client.id", "recorder");
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            for (var topic : Topic.values()) {
                var done = new Copied(topic.topicName(), copy(consumer, topic));
                output.line("%-22s %,12d messages".formatted(done.topic(), done.messages()));
                copied.add(done);
            }
        }
        output.document(copied);
        return Output.OK;
    }

    private long copy(KafkaConsumer<String, String> consumer, Topic topic) throws IOException {
        var known = consumer.partitionsFor(topic.topicName(), PATIENCE);
        List<TopicPartition> partitions =
                known.stream()
                        .map(each -> new TopicPartition(each.topic(), each.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions, PATIENCE);
        long copied = 0;
        var target = new Recording(recording);
        try (var file = Files.newBufferedWriter(target.file(topic), StandardCharsets.UTF_8);
                var times = Files.newBufferedWriter(target.times(topic), StandardCharsets.UTF_8)) {
            while (partitions.stream()
                    .anyMatch(each ->
                            consumer.position(each, PATIENCE) < ends.getOrDefault(each, 0L))) {
                for (var message : consumer.poll(POLL)) {
                    write(file, message.value());
                    write(times, Long.toString(message.timestamp()));
                    copied++;
                }
            }
        }
        return copied;
    }

    private static void write(Writer file, String line) throws IOException {
        file.write(line);
        file.write('\n');
    }
}
