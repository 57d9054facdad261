package pro.cryptotrader.messaging;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pro.cryptotrader.contracts.wire.Topic;

/**
 * Creates the topics that the catalogue declares and the broker does not have, before anything
 * subscribes.
 */
@ApplicationScoped
class Topics {
    private static final int WAIT_SECONDS = 120;

    private final String bootstrapServers;

    Topics(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    void create(@Observes @Priority(1) StartupEvent event) throws InterruptedException {
        try (var admin =
                Admin.create(
                        Map.of(
                                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrapServers,
                                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                                WAIT_SECONDS * 1000,
                                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                                10_000))) {
            var existing = admin.listTopics().names().get(WAIT_SECONDS, TimeUnit.SECONDS);
            var missing = new ArrayList<NewTopic>();
            Arrays.stream(Topic.values())
                    .filter(topic -> !existing.contains(topic.topicName()))
                    .forEach(topic ->
                            missing.add(
                                    new NewTopic(
                                                    topic.topicName(),
                                                    Optional.of(topic.partitions()),
                                                    Optional.empty())
                                            .configs(topic.settings())));
            for (var result : admin.createTopics(missing).values().values()) {
                awaitCreated(result);
            }
        } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(
                    "Kafka at %s did not answer within %d s"
                            .formatted(bootstrapServers, WAIT_SECONDS),
                    e);
        }
    }

    private static void awaitCreated(org.apache.kafka.common.KafkaFuture<Void> creation)
            throws InterruptedException, ExecutionException, java.util.concurrent.TimeoutException {
        try {
            creation.get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            // Another service was quicker.
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
