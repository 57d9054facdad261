package pro.cryptotrader.backtester.distribution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import pro.cryptotrader.contracts.wire.Topic;

/** The broker that trials travel over. */
public record Broker(String bootstrapServers) {
    private static final int WAIT_SECONDS = 60;
    private static final List<Topic> TOPICS =
            List.of(Topic.BACKTEST_TRIALS, Topic.BACKTEST_RESULTS);

    /** Creates the topics that are missing: a broker of one's own has none. */
    void prepare() {
        try (var admin =
                Admin.create(
                        Map.of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "default.api.timeout.ms",
                                WAIT_SECONDS * 1_000))) {
            var there = admin.listTopics().names().get(WAIT_SECONDS, TimeUnit.SECONDS);
            var missing = new ArrayList<NewTopic>();
            for (var topic : TOPICS) {
                if (!there.contains(topic.topicName())) {
                    missing.add(
                            new NewTopic(
                                            topic.topicName(),
                                            Optional.of(topic.partitions()),
                                            Optional.empty())
                                    .configs(topic.settings()));
                }
            }
            for (var created : admin.createTopics(missing).values().values()) {
                awaitCreated(created::get);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(
                    "Kafka at %s did not answer within %d s"
                            .formatted(bootstrapServers, WAIT_SECONDS),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while topics were created", e);
        }
    }

    private interface Creation {
        Object get(long time, TimeUnit unit)
                throws InterruptedException, ExecutionException, TimeoutException;
    }

    private static void awaitCreated(Creation creation)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            var _ = creation.get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            // Somebody else was quicker.
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    KafkaProducer<String, String> producer() {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "linger.ms",
                        0),
                new StringSerializer(),
                new StringSerializer());
    }

    KafkaConsumer<String, String> consumer(Map<String, Object> settings) {
        var all = new HashMap<String, Object>(settings);
        all.put("bootstrap.servers", bootstrapServers);
        all.put("enable.auto.commit", false);
        all.put("auto.offset.reset", "earliest");
        return new KafkaConsumer<>(all, new StringDeserializer(), new StringDeserializer());
    }

    static final Duration PATIENCE = Duration.ofSeconds(WAIT_SECONDS);
}
