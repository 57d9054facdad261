package pro.cryptotrader.messaging;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.contracts.wire.EventJson;
import pro.cryptotrader.contracts.wire.Topic;
import pro.cryptotrader.contracts.wire.UnreadableMessage;

/**
 * The way in for every message. What cannot be read goes to the dead letters with its reason and
 * never stops the partition. What cannot be handled is tried again within a bound and then stops
 * the partition: skipping a fill would be worse than standing still, and standing still is seen,
 * because the channel turns the service's health off.
 */
@ApplicationScoped
public class Intake {
    private static final Logger LOG = Logger.getLogger(Intake.class);
    private static final int ATTEMPTS = 8;
    private static final long FIRST_PAUSE_MS = 50;
    private static final long LONGEST_PAUSE_MS = 5_000;

    private final EventPublisher publisher;
    private volatile boolean stopping;

    Intake(EventPublisher publisher) {
        this.publisher = publisher;
    }

    /** Before the database goes away: what is not handled by then comes again at the next start. */
    void stop(@Observes @Priority(1) ShutdownEvent event) {
        stopping = true;
    }

    /**
     * Hands the message to {@code handler}, which runs its own transaction.
     *
     * @throws RuntimeException the handler's last one, after eight attempts within about 15 s
     */
    public void handle(ConsumerRecord<String, String> message, Consumer<Envelope<Event>> handler) {
        if (stopping) {
            throw new IllegalStateException("stopping: the message comes again");
        }
        Envelope<Event> envelope;
        try {
            envelope = EventJson.read(message.value() == null ? "" : message.value());
        } catch (UnreadableMessage e) {
            bury(message, String.valueOf(e.getMessage()));
            return;
        }
        for (int attempt = 1; ; attempt++) {
            try {
                handler.accept(envelope);
                return;
            } catch (RuntimeException e) {
                if (stopping) {
                    throw e;
                }
                if (attempt == ATTEMPTS) {
                    LOG.errorf(
                            e,
                            "%s %s cannot be handled: this partition stops",
                            envelope.type(),
                            envelope.id());
                    throw e;
                }
                LOG.warnf(
                        "%s %s: attempt %d failed: %s", envelope.type(), envelope.id(), attempt, e);
                pause(attempt);
            }
        }
    }

    private void bury(ConsumerRecord<String, String> message, String reason) {
        LOG.errorf(
                "unreadable message on %s/%d@%d: %s",
                message.topic(), message.partition(), message.offset(), reason);
        var letter =
                new ProducerRecord<>(
                        Topic.DEAD_LETTERS.topicName(), message.key(), message.value());
        letter.headers()
                .add("reason", reason.getBytes(StandardCharsets.UTF_8))
                .add(
                        "origin",
                        "%s/%d@%d"
                                .formatted(message.topic(), message.partition(), message.offset())
                                .getBytes(StandardCharsets.UTF_8));
        try {
            publisher.send(letter).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot keep an unreadable message", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while keeping an unreadable message", e);
        }
    }

    private static void pause(int attempt) {
        try {
            TimeUnit.MILLISECONDS.sleep(
                    Math.min(FIRST_PAUSE_MS << (2 * (attempt - 1)), LONGEST_PAUSE_MS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting to try again", e);
        }
    }
}
