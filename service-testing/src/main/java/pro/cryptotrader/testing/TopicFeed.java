package pro.cryptotrader.testing;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.contracts.wire.EventJson;
import pro.cryptotrader.contracts.wire.Topic;

/** Says what other services would say; each message is on the broker when the call returns. */
public final class TopicFeed implements AutoCloseable {
    private static final int BOUND_SECONDS = 30;

    private final KafkaProducer<String, String> producer;

    private TopicFeed(KafkaProducer<String, String> producer) {
        this.producer = producer;
    }

    /** To the broker of this process's {@link Platform}. */
    public static TopicFeed open() {
        return open(Platform.get().getBootstrapServers());
    }

    public static TopicFeed open(String bootstrapServers) {
        return new TopicFeed(
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                        new StringSerializer(),
                        new StringSerializer()));
    }

    /** Publishes each on its own topic with its own key, in order. */
    public void publish(Envelope<?>... envelopes) {
        for (var envelope : envelopes) {
            publish(envelope.type().topic(), envelope.data().key(), EventJson.write(envelope));
        }
    }

    /** Publishes any text, such as one that nobody can read. */
    public void publish(Topic topic, String key, String message) {
        try {
            producer.send(new ProducerRecord<>(topic.topicName(), key, message))
                    .get(BOUND_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("not published on " + topic.topicName(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("stopped while publishing", e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
