package pro.cryptotrader.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.contracts.wire.EventJson;
import pro.cryptotrader.contracts.wire.Topic;

/** Reads a topic from its beginning; every probe sees everything. For one thread. */
public final class TopicProbe implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Topic topic;
    private final KafkaConsumer<String, String> consumer;
    private final List<ConsumerRecord<String, String>> messages = new ArrayList<>();

    private TopicProbe(Topic topic, KafkaConsumer<String, String> consumer) {
        this.topic = topic;
        this.consumer = consumer;
    }

    /** On the broker of this process's {@link Platform}; the topic must exist. */
    public static TopicProbe of(Topic topic) {
        return of(topic, Platform.get().getBootstrapServers());
    }

    public static TopicProbe of(Topic topic, String bootstrapServers) {
        var consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", bootstrapServers),
                        new StringDeserializer(),
                        new StringDeserializer());
        var partitions =
                IntStream.range(0, topic.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.topicName(), partition))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return new TopicProbe(topic, consumer);
    }

    /**
     * The first event of {@code type} that satisfies {@code wanted}, from the topic's beginning.
     *
     * @throws AssertionError when there is none within {@code bound}; it names what there was
     */
    public <E extends Event> Envelope<E> await(
            Class<E> type, Predicate<? super E> wanted, Duration bound) {
        long deadline = System.nanoTime() + bound.toNanos();
        for (int next = 0; ; ) {
            for (; next < messages.size(); next++) {
                var envelope = EventJson.read(messages.get(next).value());
                if (type.isInstance(envelope.data()) && wanted.test(type.cast(envelope.data()))) {
                    return typed(envelope, type);
                }
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        "no such %s on %s within %s; there were %d messages, the last: %s"
                                .formatted(
                                        type.getSimpleName(),
                                        topic.topicName(),
                                        bound,
                                        messages.size(),
                                        messages.isEmpty() ? "-" : messages.getLast().value()));
            }
            poll();
        }
    }

    private static <E extends Event> Envelope<E> typed(Envelope<Event> envelope, Class<E> type) {
        return new Envelope<>(
                envelope.id(),
                envelope.source(),
                envelope.time(),
                envelope.cause(),
                envelope.correlation(),
                type.cast(envelope.data()));
    }

    /** Every event that is on the topic now, those of one key in their order. */
    public List<Envelope<Event>> all() {
        return messages().stream().map(message -> EventJson.read(message.value())).toList();
    }

    /** The events of {@code type} that are on the topic now. */
    public <E extends Event> List<Envelope<E>> all(Class<E> type) {
        return all().stream()
                .filter(envelope -> type.isInstance(envelope.data()))
                .map(envelope -> typed(envelope, type))
                .toList();
    }

    /** Every message that is on the topic now, readable or not. */
    public List<ConsumerRecord<String, String>> messages() {
        var ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            poll();
        }
        return List.copyOf(messages);
    }

    private void poll() {
        consumer.poll(POLL).forEach(messages::add);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
