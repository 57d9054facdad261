package pro.cryptotrader.backtest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.backtest.outbound.JobTable;
import pro.cryptotrader.backtest.outbound.ReportTable;
import pro.cryptotrader.contracts.event.BacktestChanged;
import pro.cryptotrader.contracts.event.BacktestChanged.State;
import pro.cryptotrader.contracts.event.BacktestCommand;
import pro.cryptotrader.contracts.event.BacktestOutcome;
import pro.cryptotrader.contracts.event.BacktestRequested;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.contracts.value.DeterministicId;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.messaging.Inbox;
import pro.cryptotrader.messaging.Outbox;

/** Keeps the jobs: each change of one is a row and what is said about it, in one transaction. */
@ApplicationScoped
@Transactional
public class BacktestService {
    private static final String NAME = "backtest-service";

    /** A runner that has said nothing for so long is dead. */
    static final Duration SILENCE = Duration.ofSeconds(20);

    private static final int MOST_ATTEMPTS = 3;
    private static final int LONGEST_NOTE = 500;

    private final Inbox inbox;
    private final Outbox outbox;
    private final JobTable jobs;
    private final ReportTable reports;
    private final InstantSource clock;

    BacktestService(
            Inbox inbox, Outbox outbox, JobTable jobs, ReportTable reports, InstantSource clock) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.jobs = jobs;
        this.reports = reports;
        this.clock = clock;
    }

    /** Takes a job or a command in, once. */
    public void onMessage(Envelope<Event> message) {
        if (!inbox.accept(message.id())) {
            return;
        }
        switch (message.data()) {
            case BacktestRequested request -> {
                jobs.insert(message, request, clock.instant());
                say(new Job(message.id(), request, 0), State.QUEUED, 0, 0, "waits its turn", null);
            }
            case BacktestCommand command when command.action() == BacktestCommand.Action.CANCEL ->
                    jobs.cancel(command.jobId(), command.account())
                            .ifPresent(job -> say(job, State.CANCELLED, 0, 0, "cancelled", null));
            case BacktestCommand command -> jobs.forget(command.jobId(), command.account());
            default -> {}
        }
    }

    /** The next job for {@code runner}: the oldest that waits, or whose runner has died. */
    public Optional<Job> take(String runner) {
        var now = clock.instant();
        var job = jobs.take(runner, now, now.minus(SILENCE));
        return job.flatMap(taken -> {
            if (taken.attempt() > MOST_ATTEMPTS) {
                end(
                        taken,
                        State.FAILED,
                        "was interrupted %d times and is not tried again".formatted(MOST_ATTEMPTS));
                return Optional.empty();
            }
            var note =
                    taken.attempt() == 1
                            ? "begins"
                            : "was interrupted and goes on (attempt %d)".formatted(taken.attempt());
            say(taken, State.RUNNING, 0, 0, note, null);
            return job;
        });
    }

    /** Says that {@code runner} is alive; false when it is to stop. */
    public boolean holds(Job job, String runner) {
        return jobs.touch(job.id(), runner, clock.instant());
    }

    /** Tells how far the job has come. */
    public void progress(Job job, long done, long total, String note) {
        say(job, State.RUNNING, done, total, note, null);
    }

    /** Puts it back: the service stops, and whoever is next goes on. */
    public void putBack(Job job, String runner) {
        if (jobs.putBack(job.id(), runner)) {
            say(job, State.QUEUED, 0, 0, "waits: the service was stopped", null);
        }
    }

    /** It ended without a result. */
    public void end(Job job, State state, String note) {
        if (jobs.end(job.id(), state)) {
            say(job, state, 0, 0, note, null);
            log(
                    job,
                    state == State.FAILED ? TradingLog.Level.WARNING : TradingLog.Level.INFO,
                    note);
        }
    }

    /** It is done. */
    public void done(Job job, JobResult result) {
        if (jobs.end(job.id(), State.DONE)) {
            result.reports().forEach((name, text) -> reports.put(job.id(), name, text));
            say(job, State.DONE, 1, 1, result.note(), result.outcome());
            log(job, TradingLog.Level.INFO, result.note());
        }
    }

    private void say(
            Job job,
            State state,
            long done,
            long total,
            String note,
            @Nullable BacktestOutcome outcome) {
        long revision = jobs.nextRevision(job.id());
        var changed =
                new BacktestChanged(
                        job.request().account(),
                        job.id(),
                        revision,
                        state,
                        done,
                        total,
                        shortened(note),
                        outcome,
                        clock.instant());
        outbox.append(
                new Envelope<>(
                        DeterministicId.of(job.id(), "changed|" + revision),
                        NAME,
                        changed.at(),
                        job.id(),
                        job.id(),
                        changed));
    }

    private void log(Job job, TradingLog.Level level, String note) {
        var plan = job.request().plan();
        var line =
                new TradingLog(
                        job.request().account(),
                        level,
                        NAME,
                        "Backtest (%s of %s): %s"
                                .formatted(
                                        job.request()
                                                .kind()
                                                .name()
                                                .toLowerCase(java.util.Locale.ROOT),
                                        plan.symbols(),
                                        shortened(note)),
                        Map.of("jobId", job.id().toString()),
                        clock.instant());
        outbox.append(
                List.of(
                        new Envelope<>(
                                DeterministicId.of(job.id(), "log|" + level),
                                NAME,
                                line.at(),
                                job.id(),
                                job.id(),
                                line)));
    }

    private static String shortened(String note) {
        return note.length() <= LONGEST_NOTE ? note : note.substring(0, LONGEST_NOTE) + "…";
    }
}
