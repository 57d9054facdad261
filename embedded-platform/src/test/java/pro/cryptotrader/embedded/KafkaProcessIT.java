package pro.cryptotrader.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaProcessIT {
    @TempDir Path folder;

    @Test
    void aMessageSurvivesAKilledBroker() throws Exception {
        var settings = new KafkaSettings(folder.resolve("kafka"), 0, 0);
        try (var broker = KafkaProcess.start(settings, folder.resolve("kafka.log"))) {
            createTopic(broker, "greetings");
            send(broker, "greetings", "hello");

            broker.kill();
            broker.restart();

            assertThat(firstMessage(broker, "greetings")).isEqualTo("hello");
        }
    }

    @Test
    void aMistypedTopicIsNotCreated() throws Exception {
        var settings = new KafkaSettings(folder.resolve("kafka"), 0, 0);
        try (var broker = KafkaProcess.start(settings, folder.resolve("kafka.log"));
                var admin = admin(broker)) {
            assertThatThrownBy(() ->
                            admin.describeTopics(List.of("mistyped"))
                                    .allTopicNames()
                                    .get(10, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        var first = new KafkaSettings(folder.resolve("one"), 0, 0);
        try (var broker = KafkaProcess.start(first, folder.resolve("one.log"))) {
            assertThat(broker.bootstrapServers()).isEqualTo("127.0.0.1:" + first.port());
            var second = new KafkaSettings(folder.resolve("two"), first.port(), 0);

            assertThatThrownBy(() -> KafkaProcess.start(second, folder.resolve("two.log")))
                    .isInstanceOf(PlatformFailure.class)
                    .hasMessageContaining("Kafka could not be started on port " + first.port());
        }
    }

    private static void createTopic(KafkaProcess broker, String topic) throws Exception {
        try (var admin = admin(broker)) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1)))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }
    }

    private static Admin admin(KafkaProcess broker) {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    private static void send(KafkaProcess broker, String topic, String value) throws Exception {
        try (var producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all"),
                        new StringSerializer(),
                        new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", value)).get(20, TimeUnit.SECONDS);
        }
    }

    private static String firstMessage(KafkaProcess broker, String topic) {
        try (var consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                broker.bootstrapServers(),
                                "auto.offset.reset",
                                "earliest"),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(topic, 0)));
            return consumer.poll(Duration.ofSeconds(20)).iterator().next().value();
        }
    }
}
