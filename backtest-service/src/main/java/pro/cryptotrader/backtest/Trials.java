package pro.cryptotrader.backtest;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.backtest.outbound.JobTable;
import pro.cryptotrader.backtest.outbound.Market;
import pro.cryptotrader.backtester.distribution.Blueprint;
import pro.cryptotrader.backtester.distribution.Broker;
import pro.cryptotrader.backtester.distribution.DistributedTrials;
import pro.cryptotrader.backtester.distribution.TrialWorker;
import pro.cryptotrader.backtester.research.Evolution;
import pro.cryptotrader.backtester.research.Experiment;
import pro.cryptotrader.backtester.research.Objective;
import pro.cryptotrader.backtester.research.Parameter;
import pro.cryptotrader.backtester.research.Search;
import pro.cryptotrader.backtester.research.SearchSpace;
import pro.cryptotrader.backtester.research.Study;
import pro.cryptotrader.backtester.research.WalkForward;
import pro.cryptotrader.contracts.event.BacktestStudy;
import pro.cryptotrader.contracts.value.Interval;

/** Has trials made by every instance of this service, and makes them for the others. */
@ApplicationScoped
class Trials {
    /** Few, so that little is made in vain when a job is cancelled. */
    static final int IN_FLIGHT = 8;

    private static final Logger LOG = Logger.getLogger(Trials.class);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int POPULATION = 24;
    private static final long PAUSE_SECONDS = 10;

    private final Broker broker;
    private final String pool;
    private final int threads;
    private final Market market;
    private final JobTable jobs;
    private final InstantSource clock;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread crew;
    private volatile @Nullable TrialWorker worker;

    Trials(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "backtest.pool") String pool,
            @ConfigProperty(name = "backtest.threads") int threads,
            Market market,
            JobTable jobs,
            InstantSource clock) {
        this.broker = new Broker(bootstrapServers);
        this.pool = pool;
        this.threads = threads;
        this.market = market;
        this.jobs = jobs;
        this.clock = clock;
        this.crew = Thread.ofPlatform().daemon().name("trials").unstarted(this::work);
    }

    void start(@Observes StartupEvent event) {
        crew.start();
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) {
        stop.countDown();
        var working = worker;
        if (working != null) {
            working.close();
        }
    }

    int threads() {
        return threads;
    }

    private void work() {
        while (stop.getCount() > 0) {
            try (var next =
                    new TrialWorker(
                            broker,
                            pool,
                            "backtest-service-" + ProcessHandle.current().pid(),
                            threads,
                            (symbol, interval, from, to) ->
                                    market.candles(symbol, interval, from, to, (_, _) -> {}),
                            jobs::isWanted,
                            clock)) {
                worker = next;
                next.run();
            } catch (RuntimeException e) {
                LOG.warnf("trials are not made for %d s: %s", PAUSE_SECONDS, e);
                pause();
            }
        }
    }

    private void pause() {
        try {
            var _ = stop.await(PAUSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Opens the study of a job; its id is the job's. */
    DistributedTrials open(Job job, Experiment experiment, SearchSpace space) {
        var intervals =
                space.parameters().stream()
                        .anyMatch(each -> each.name().equals("engine.trading_interval"));
        var longest = intervals ? Interval.H4 : job.request().plan().interval();
        return new DistributedTrials(
                        broker, pool, job.id(), Blueprint.of(experiment, longest), PATIENCE, clock)
                .open();
    }

    /** What was asked for, {@code atOnce} trials at once. */
    Study study(BacktestStudy asked, int atOnce) {
        var space =
                new SearchSpace(
                        asked.parameters().entrySet().stream()
                                .map(each -> Parameter.of(each.getKey() + "=" + each.getValue()))
                                .toList());
        Search search =
                switch (asked.way()) {
                    case GRID -> new Search.Grid();
                    case RANDOM -> new Search.Chance(asked.trials(), asked.seed());
                    case EVOLUTION ->
                            new Evolution(
                                    POPULATION,
                                    Math.max(1, asked.trials() / POPULATION),
                                    asked.seed());
                };
        long most = search.trials(space);
        if (most > asked.trials()) {
            throw new IllegalArgumentException(
                    "this grid has %d points, but %d trials were asked for: take wider steps, or search at random"
                            .formatted(most, asked.trials()));
        }
        var scoring =
                new Search.Scoring(Objective.valueOf(asked.objective().name()), asked.minTrades());
        return new Study(space, search, scoring, atOnce);
    }

    static WalkForward walk(BacktestStudy asked) {
        return new WalkForward(
                Duration.ofDays(asked.trainDays()), Duration.ofDays(asked.tradeDays()), false);
    }
}
