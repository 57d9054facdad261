package pro.cryptotrader.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.contracts.wire.EventJson;
import pro.cryptotrader.contracts.wire.Topic;

/** All messages of some topics from their beginning, as a console consumer would see them. */
final class TopicTape implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration BOUND = Duration.ofMinutes(1);

    private final KafkaConsumer<String, String> consumer;
    private final List<TopicPartition> partitions;
    private final List<Message> messages = new ArrayList<>();

    /**
     * One message.
     *
     * @param text as it is on the wire
     */
    record Message(String topic, String key, String text, Envelope<Event> envelope) {}

    TopicTape(String bootstrapServers, Topic... topics) {
        this.consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", bootstrapServers),
                        new StringDeserializer(),
                        new StringDeserializer());
        this.partitions =
                Arrays.stream(topics)
                        .flatMap(topic ->
                                IntStream.range(0, topic.partitions())
                                        .mapToObj(number ->
                                                new TopicPartition(topic.topicName(), number)))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** The messages that were there when it was called, each readable. */
    List<Message> read() {
        var ends = consumer.endOffsets(partitions, BOUND);
        long deadline = System.nanoTime() + BOUND.toNanos();
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey(), BOUND) < end.getValue())) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the topics could not be read within " + BOUND);
            }
            for (var message : consumer.poll(POLL)) {
                messages.add(
                        new Message(
                                message.topic(),
                                Objects.requireNonNullElse(message.key(), ""),
                                message.value(),
                                EventJson.read(message.value())));
            }
        }
        return Collections.unmodifiableList(messages);
    }

    /** The same as events. */
    List<Envelope<Event>> events() {
        return read().stream().map(Message::envelope).toList();
    }

    /** Every event of {@code type}, each once however often it was delivered. */
    <E extends Event> List<Envelope<E>> eventsOf(Class<E> type) {
        return Envelopes.of(type, events());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
