package pro.cryptotrader.backtester.distribution;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.backtester.research.TrialOutcome;
import pro.cryptotrader.backtester.research.TrialRunner;
import pro.cryptotrader.contracts.event.TrialEvent.TrialFinished;
import pro.cryptotrader.contracts.event.TrialEvent.TrialRequested;
import pro.cryptotrader.contracts.value.DeterministicId;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.contracts.wire.EventJson;
import pro.cryptotrader.contracts.wire.EventType;
import pro.cryptotrader.contracts.wire.Topic;
import pro.cryptotrader.contracts.wire.UnreadableMessage;

/**
 * Has trials made by the workers of a pool. A trial's id is a function of the study and the values,
 * so that the first result of each counts and any other is the same and ignored; results that are
 * on the topic already, from before a coordinator died, are taken and not made again.
 */
public final class DistributedTrials implements TrialRunner, AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final String SOURCE = "backtest-service";

    private final String pool;
    private final UUID studyId;
    private final Blueprint blueprint;
    private final Duration patience;
    private final InstantSource clock;
    private final KafkaProducer<String, String> producer;
    private final KafkaConsumer<String, String> results;
    private final Map<UUID, CompletableFuture<TrialFinished>> trials = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> caughtUp = new CompletableFuture<>();
    private final Thread listener;
    private volatile long heardNanos = System.nanoTime();

    /**
     * Opens a study and reads what is known of it.
     *
     * @param patience a study of which nothing is heard for so long has no workers, and fails
     */
    public DistributedTrials(
            Broker broker,
            String pool,
            UUID studyId,
            Blueprint blueprint,
            Duration patience,
            InstantSource clock) {
        this.pool = pool;
        this.studyId = studyId;
        this.blueprint = blueprint;
        this.patience = patience;
        this.clock = clock;
        broker.prepare();
        this.producer = broker.producer();
        this.results = broker.consumer(Map.of());
        this.listener = Thread.ofPlatform().daemon().name("trial-results").unstarted(this::listen);
    }

    /** Begins to listen; returns when everything that was on the topic has been heard. */
    public DistributedTrials open() {
        listener.start();
        try {
            caughtUp.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the results cannot be read: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while results were read", e);
        }
        heardNanos = System.nanoTime();
        return this;
    }

    private void listen() {
        try {
            var topic = Topic.BACKTEST_RESULTS.topicName();
            var partitions =
                    results.partitionsFor(topic, Broker.PATIENCE).stream()
                            .map(each -> new TopicPartition(topic, each.partition()))
                            .toList();
            results.assign(partitions);
            results.seekToBeginning(partitions);
            var ends = results.endOffsets(partitions, Broker.PATIENCE);
            while (!Thread.currentThread().isInterrupted()) {
                if (!caughtUp.isDone()
                        && partitions.stream()
                                .allMatch(each ->
                                        results.position(each) >= ends.getOrDefault(each, 0L))) {
                    caughtUp.complete(null);
                }
                for (var message : results.poll(POLL)) {
                    hear(message.value());
                }
            }
        } catch (WakeupException e) {
            // Closing.
        } catch (RuntimeException e) {
            caughtUp.completeExceptionally(e);
            trials.values().forEach(each -> each.completeExceptionally(e));
        } finally {
            results.close();
        }
    }

    private void hear(@Nullable String message) {
        Envelope<?> envelope;
        try {
            envelope = EventJson.read(message == null ? "" : message);
        } catch (UnreadableMessage e) {
            return;
        }
        if (envelope.data() instanceof TrialFinished finished
                && finished.studyId().equals(studyId)) {
            heardNanos = System.nanoTime();
            // Of doubled results the first one stays.
            trial(finished.trialId()).complete(finished);
        }
    }

    private CompletableFuture<TrialFinished> trial(UUID id) {
        return trials.computeIfAbsent(id, _ -> new CompletableFuture<>());
    }

    /** The id of a trial of a study. */
    static UUID trialId(UUID study, SortedMap<String, String> values) {
        return DeterministicId.of(study, new TreeMap<>(values).toString());
    }

    @Override
    public TrialOutcome run(SortedMap<String, String> values) {
        var id = trialId(studyId, values);
        var trial = trial(id);
        if (!trial.isDone()) {
            send(
                    new TrialRequested(
                            id, studyId, pool, blueprint.plan(), blueprint.markets(), values));
        }
        return outcome(await(trial), values);
    }

    private void send(TrialRequested trial) {
        var envelope = Envelope.root(trial.trialId(), SOURCE, clock.instant(), trial);
        try {
            producer.send(
                            new ProducerRecord<>(
                                    EventType.TRIAL_REQUESTED.topic().topicName(),
                                    trial.key(),
                                    EventJson.write(envelope)))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a trial cannot be sent: " + e.getCause(), e);
        } catch (InterruptedException e) {
            throw stopped(e);
        }
    }

    private TrialFinished await(CompletableFuture<TrialFinished> trial) {
        while (true) {
            try {
                return trial.get(1, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                if (System.nanoTime() - heardNanos > patience.toNanos()) {
                    throw new IllegalStateException(
                            "no worker of pool '%s' has finished a trial for %d s: is one running, with these candles?"
                                    .formatted(pool, patience.toSeconds()),
                            e);
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException("results cannot be read: " + e.getCause(), e);
            } catch (InterruptedException e) {
                throw stopped(e);
            }
        }
    }

    private static IllegalStateException stopped(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("stopped while a trial was made elsewhere", e);
    }

    private static TrialOutcome outcome(TrialFinished finished, SortedMap<String, String> values) {
        if (finished.failure() != null) {
            throw new IllegalStateException(
                    "%s at worker %s".formatted(finished.failure(), finished.worker()));
        }
        var figures = new TreeMap<String, Double>();
        finished.figures().forEach((name, figure) -> figures.put(name, Double.valueOf(figure)));
        return new TrialOutcome(0, values, figures, finished.ordersHash(), finished.refusal());
    }

    @Override
    public void close() {
        results.wakeup();
        producer.close(Duration.ofSeconds(5));
        try {
            listener.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
