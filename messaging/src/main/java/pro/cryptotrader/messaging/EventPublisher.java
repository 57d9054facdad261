package pro.cryptotrader.messaging;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.contracts.wire.EventJson;

/**
 * Publishes at once and without the outbox: for what nobody's money hangs on and the next message
 * replaces, such as ticks and heartbeats.
 */
@ApplicationScoped
public class EventPublisher {
    private static final Logger LOG = Logger.getLogger(EventPublisher.class);

    private final KafkaProducer<String, String> producer;

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    EventPublisher() {
        producer = null;
    }

    @Inject
    EventPublisher(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrapServers,
                                ProducerConfig.ACKS_CONFIG,
                                "all",
                                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                                true,
                                // A record that expired while its successor was sent would break
                                // the order: none expires.
                                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                                Integer.MAX_VALUE,
                                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                                10_000,
                                ProducerConfig.LINGER_MS_CONFIG,
                                0),
                        new StringSerializer(),
                        new StringSerializer());
    }

    /**
     * Sends {@code envelope} to its topic without waiting; a failure is logged, since the next
     * message makes up for it.
     *
     * @throws org.apache.kafka.common.KafkaException when the broker has been away for longer than
     *     10 s
     */
    public void publish(Envelope<?> envelope) {
        var record =
                new ProducerRecord<>(
                        envelope.type().topic().topicName(),
                        envelope.data().key(),
                        EventJson.write(envelope));
        var _ =
                producer.send(
                        record,
                        (metadata, failure) -> {
                            if (failure != null) {
                                LOG.warnf(
                                        "%s not published: %s",
                                        record.topic(), failure.getMessage());
                            }
                        });
    }

    Future<RecordMetadata> send(ProducerRecord<String, String> message) {
        return producer.send(message);
    }

    /** After everything that speaks at shutdown has spoken. */
    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
