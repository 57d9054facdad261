package pro.cryptotrader.backtest;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import pro.cryptotrader.backtest.outbound.JobTable;
import pro.cryptotrader.contracts.event.BacktestChanged.State;

/** Works at one job after the other; another instance of this service takes others. */
@ApplicationScoped
class JobLoop {
    private static final Logger LOG = Logger.getLogger(JobLoop.class);
    private static final Duration GOODBYE = Duration.ofSeconds(8);

    private final BacktestService service;
    private final JobTable jobs;
    private final JobKinds kinds;
    private final InstantSource clock;
    private final String runner = UUID.randomUUID().toString();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread loop;

    JobLoop(BacktestService service, JobTable jobs, JobKinds kinds, InstantSource clock) {
        this.service = service;
        this.jobs = jobs;
        this.kinds = kinds;
        this.clock = clock;
        this.loop = Thread.ofPlatform().daemon().name("jobs").unstarted(this::run);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    /** Before the database goes away. */
    void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        stop.countDown();
        loop.join(GOODBYE);
    }

    private boolean isStopping() {
        return stop.getCount() == 0;
    }

    private void run() {
        while (!isStopping()) {
            try {
                var job = service.take(runner);
                if (job.isPresent()) {
                    work(job.get());
                } else {
                    pause();
                }
            } catch (RuntimeException e) {
                LOG.warnf(e, "the next job cannot be taken");
                pause();
            }
        }
    }

    private void pause() {
        try {
            var _ = stop.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(Job job) {
        var ticket = new Ticket(job, service, clock);
        var ended = new CountDownLatch(1);
        Thread.ofVirtual().name("watch").start(() -> watch(job, ticket, ended));
        try {
            var result = kinds.run(job, ticket);
            ticket.over();
            service.done(job, result);
        } catch (JobStopped e) {
            ticket.over();
            stopped(job);
        } catch (Exception e) {
            ticket.over();
            failed(job, e);
        } finally {
            ended.countDown();
        }
    }

    /** Says every second that this process is alive, and hears whether the job is still wanted. */
    private void watch(Job job, Ticket ticket, CountDownLatch ended) {
        try {
            while (!ended.await(1, TimeUnit.SECONDS)) {
                if (isStopping() || !isHeld(job)) {
                    ticket.stop();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A database that is away for a moment is no reason to stop. */
    private boolean isHeld(Job job) {
        try {
            return service.holds(job, runner);
        } catch (RuntimeException e) {
            LOG.warnf("job %s: %s", job.id(), e);
            return true;
        }
    }

    private void stopped(Job job) {
        if (jobs.isCancelAsked(job.id())) {
            service.end(job, State.CANCELLED, "cancelled");
            kinds.tidy(job);
        } else if (isStopping()) {
            service.putBack(job, runner);
        }
    }

    private void failed(Job job, Exception e) {
        if (jobs.isCancelAsked(job.id()) || isStopping()) {
            stopped(job);
            return;
        }
        LOG.warnf(e, "job %s failed", job.id());
        var words = e.getMessage();
        service.end(job, State.FAILED, words == null ? e.toString() : words);
        kinds.tidy(job);
    }
}
