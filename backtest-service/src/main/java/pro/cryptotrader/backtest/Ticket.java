package pro.cryptotrader.backtest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What a running job tells and is told; safe for many threads. */
public final class Ticket {
    private static final Duration STEP = Duration.ofMillis(500);

    private final Job job;
    private final BacktestService service;
    private final InstantSource clock;
    private Instant told = Instant.MIN;
    private long done;
    private volatile boolean stopped;

    /** Whoever made this ticket and works; null when it has ended. */
    private @Nullable Thread worker = Thread.currentThread();

    Ticket(Job job, BacktestService service, InstantSource clock) {
        this.job = job;
        this.service = service;
        this.clock = clock;
    }

    /** Ends the work: at the next progress that it tells, or at once where it waits. */
    synchronized void stop() {
        stopped = true;
        if (worker != null) {
            worker.interrupt();
        }
    }

    /** The work has ended: nothing interrupts its thread any more. */
    synchronized void over() {
        worker = null;
        var _ = Thread.interrupted();
    }

    /** Throws {@link JobStopped} when there is no use in going on. */
    public void check() {
        if (stopped) {
            throw new JobStopped();
        }
    }

    /** Begins something of which there will be progress, or none when {@code total} is 0. */
    public synchronized void phase(String note, long total) {
        check();
        done = 0;
        told = clock.instant();
        service.progress(job, 0, total, note);
    }

    /** So much is done; told at most twice a second. */
    public synchronized void at(long reached, long total, String note) {
        check();
        done = Math.max(done, reached);
        var now = clock.instant();
        if (!now.isBefore(told.plus(STEP))) {
            told = now;
            service.progress(job, Math.min(done, total), total, note);
        }
    }

    /** One more is done. */
    public synchronized void oneMore(long total, String note) {
        at(done + 1, total, note);
    }
}
