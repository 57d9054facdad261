package pro.cryptotrader.backtester.distribution;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.wire.Topic;

/**
 * Makes the trials of a pool, as one of many in its consumer group. A trial is committed when its
 * result is on the topic and not before: what a killed worker had in hand is made again by another
 * one. It polls while trials run, so that others can come and go at any time; of each partition one
 * trial is in hand.
 */
public final class TrialWorker implements AutoCloseable {
    private static final Duration BUSY = Duration.ofMillis(20);
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final int SESSION_MS = 10_000;

    private final KafkaConsumer<String, String> consumer;
    private final KafkaProducer<String, String> producer;
    private final TrialBench bench;
    private final int atOnce;
    private final ExecutorService threads;
    private final Set<TopicPartition> inHand = new HashSet<>();
    private final BlockingQueue<Done> done = new LinkedBlockingQueue<>();
    private volatile boolean stopping;

    /** A trial that has ended, one way or the other. */
    private record Done(
            TopicPartition partition, long offset, @Nullable RuntimeException failure) {}

    /**
     * A worker.
     *
     * @param name tells it from others
     * @param threads trials at once
     */
    public TrialWorker(
            Broker broker,
            String pool,
            String name,
            int threads,
            Blueprint.Candles candles,
            StudyFilter wanted,
            InstantSource clock) {
        broker.prepare();
        this.consumer =
                broker.consumer(
                        Map.of(
                                "group.id",
                                "backtest-workers-" + pool,
                                "session.timeout.ms",
                                SESSION_MS,
                                "heartbeat.interval.ms",
                                SESSION_MS / 5,
                                "max.poll.records",
                                1,
                                "partition.assignment.strategy",
                                CooperativeStickyAssignor.class.getName()));
        this.producer = broker.producer();
        this.bench = new TrialBench(producer, pool, name, candles, wanted, clock);
        // One more waits for each that runs, so that no thread waits for the broker.
        this.atOnce = 2 * threads;
        this.threads = Executors.newFixedThreadPool(threads);
    }

    /**
     * Works until it is stopped.
     *
     * @throws OtherCandles when it cannot take part in a study of its pool
     */
    public void run() {
        try (consumer;
                producer) {
            consumer.subscribe(java.util.List.of(Topic.BACKTEST_TRIALS.topicName()));
            while (!stopping) {
                holdBack();
                for (var message : consumer.poll(inHand.isEmpty() ? IDLE : BUSY)) {
                    begin(message);
                }
                for (var each = done.poll(); each != null; each = done.poll()) {
                    end(each);
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Asks for more only where nothing is in hand, and for nothing when enough is. */
    private void holdBack() {
        var assigned = consumer.assignment();
        var wait = inHand.size() >= atOnce ? assigned : inHand;
        consumer.pause(assigned.stream().filter(wait::contains).toList());
        consumer.resume(assigned.stream().filter(each -> !wait.contains(each)).toList());
    }

    private void begin(ConsumerRecord<String, String> message) {
        var partition = new TopicPartition(message.topic(), message.partition());
        inHand.add(partition);
        threads.execute(() -> {
            try {
                bench.make(message.value());
                done.add(new Done(partition, message.offset(), null));
            } catch (RuntimeException e) {
                done.add(new Done(partition, message.offset(), e));
            }
        });
    }

    private void end(Done each) {
        inHand.remove(each.partition());
        if (each.failure() != null) {
            throw each.failure();
        }
        // What has gone to another worker meanwhile is the other's to commit; it makes it again.
        if (consumer.assignment().contains(each.partition())) {
            var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
            offsets.put(each.partition(), new OffsetAndMetadata(each.offset() + 1));
            consumer.commitSync(offsets);
        }
    }

    /** Asks it to stop; {@link #run} returns soon. */
    @Override
    public void close() {
        stopping = true;
    }
}
