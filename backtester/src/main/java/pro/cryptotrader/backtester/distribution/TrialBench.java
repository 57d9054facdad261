package pro.cryptotrader.backtester.distribution;

import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.backtester.engine.BacktestSettings.CurveStep;
import pro.cryptotrader.backtester.research.ConfigTrials;
import pro.cryptotrader.backtester.research.TrialOutcome;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.TrialEvent.TrialFinished;
import pro.cryptotrader.contracts.event.TrialEvent.TrialRequested;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.contracts.wire.EventJson;
import pro.cryptotrader.contracts.wire.Topic;
import pro.cryptotrader.contracts.wire.UnreadableMessage;

/** Where a worker makes one trial: message in, result out, acknowledged by the broker. */
final class TrialBench {
    private static final Logger LOG = Logger.getLogger(TrialBench.class.getName());
    private static final String SOURCE = "backtest-service";
    private static final int STUDIES = 4;

    private final KafkaProducer<String, String> producer;
    private final String pool;
    private final String name;
    private final Blueprint.Candles candles;
    private final StudyFilter wanted;
    private final InstantSource clock;
    private final Map<UUID, ConfigTrials> studies =
            new LinkedHashMap<>(8, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<UUID, ConfigTrials> eldest) {
                    return size() > STUDIES;
                }
            };

    TrialBench(
            KafkaProducer<String, String> producer,
            String pool,
            String name,
            Blueprint.Candles candles,
            StudyFilter wanted,
            InstantSource clock) {
        this.producer = producer;
        this.pool = pool;
        this.name = name;
        this.candles = candles;
        this.wanted = wanted;
        this.clock = clock;
    }

    /** Makes what {@code message} asks for; nothing when it is not for this pool. */
    void make(@Nullable String message) {
        Envelope<Event> envelope;
        try {
            envelope = EventJson.read(message == null ? "" : message);
        } catch (UnreadableMessage e) {
            LOG.log(Level.WARNING, "no trial: {0}", e.getMessage());
            return;
        }
        if (envelope.data() instanceof TrialRequested trial
                && trial.pool().equals(pool)
                && wanted.wants(trial.studyId())) {
            tell(envelope, finished(trial));
        }
    }

    private TrialFinished finished(TrialRequested trial) {
        var trials = study(trial);
        try {
            return told(trial, trials.run(trial.values()), null);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "trial " + trial.values(), e);
            return told(trial, TrialOutcome.refused(trial.values(), ""), e.toString());
        }
    }

    private TrialFinished told(
            TrialRequested trial, TrialOutcome outcome, @Nullable String failure) {
        var figures = new TreeMap<String, String>();
        outcome.figures().forEach((figure, value) -> figures.put(figure, Double.toString(value)));
        return new TrialFinished(
                trial.trialId(),
                trial.studyId(),
                trial.values(),
                figures,
                outcome.ordersHash(),
                outcome.refusal(),
                failure,
                name);
    }

    private synchronized ConfigTrials study(TrialRequested trial) {
        var known = studies.get(trial.studyId());
        if (known != null) {
            return known;
        }
        try {
            var experiment =
                    new Blueprint(trial.plan(), trial.markets()).build(candles, CurveStep.DAY);
            var trials = new ConfigTrials(experiment);
            studies.put(trial.studyId(), trials);
            return trials;
        } catch (IOException e) {
            throw new OtherCandles(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while candles were brought", e);
        }
    }

    private void tell(Envelope<Event> cause, TrialFinished finished) {
        var envelope = cause.causes(SOURCE, "finished|" + name, clock.instant(), finished);
        try {
            producer.send(
                            new ProducerRecord<>(
                                    Topic.BACKTEST_RESULTS.topicName(),
                                    finished.key(),
                                    EventJson.write(envelope)))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a result cannot be sent: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a result was sent", e);
        }
    }
}
