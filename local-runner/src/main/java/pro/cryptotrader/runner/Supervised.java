package pro.cryptotrader.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.embedded.PlatformFailure;

/**
 * One component, kept alive: started again when it dies, with growing pauses, when it says for 30 s
 * that it cannot go on, and when it says nothing for two minutes.
 */
final class Supervised {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** After that long without trouble the next pause is the shortest again. */
    private static final Duration TRUSTED_AFTER = Duration.ofMinutes(2);

    private static final Duration SICK_BOUND = Duration.ofSeconds(30);
    private static final Duration SILENT_BOUND = Duration.ofMinutes(2);
    private static final Duration STARTING_BOUND = Duration.ofMinutes(4);

    private final Component component;
    private final Launch launch;
    private final Ports ports;
    private final Health health;
    private final Path processFile;
    private final boolean restarts;
    private final Consumer<String> log;

    private @Nullable Running running;
    private boolean wanted;
    private boolean retired;
    private boolean awaitingRestart;
    private boolean wasReady;
    private int deaths;
    private Duration pause = FIRST_PAUSE;
    private long startedAt;
    private long restartAt;
    private long wellAt;

    Supervised(
            Component component,
            Launch launch,
            Ports ports,
            Health health,
            Path processFile,
            boolean restarts,
            Consumer<String> log) {
        this.component = component;
        this.launch = launch;
        this.ports = ports;
        this.health = health;
        this.processFile = processFile;
        this.restarts = restarts;
        this.log = log;
    }

    /** Stops what an earlier run left, then starts it. */
    synchronized void start() throws IOException, InterruptedException {
        if (retired) {
            return;
        }
        wanted = true;
        if (running == null || !running.isAlive()) {
            launchNow();
        }
    }

    private void launchNow() throws IOException, InterruptedException {
        if (running != null) {
            running.stop(Duration.ZERO);
        }
        running = null;
        if (Orphan.stop(processFile)) {
            log.accept("stopped a %s that an earlier run left".formatted(component.label()));
        }
        var started = launch.start(component);
        running = started;
        wasReady = false;
        awaitingRestart = false;
        startedAt = System.nanoTime();
        wellAt = startedAt;
        if (started instanceof Running.Jvm) {
            // PostgreSQL has a file of its own.
            Orphan.remember(processFile, started.pid());
        }
    }

    /** Whether it can do its work now. */
    boolean isReady() throws InterruptedException {
        // Outside the lock, since an answer may take seconds.
        var now = current();
        if (now == null || !now.isAlive()) {
            return false;
        }
        boolean ready =
                switch (now) {
                    case Running.Database database -> database.isAlive();
                    case Running.Jvm(var process) ->
                            component.isOurs()
                                    ? health.isReady(ports.of(component))
                                    : process.hasSaidReady();
                };
        if (ready) {
            markReady(now);
        }
        return ready;
    }

    private synchronized void markReady(Running which) {
        if (which.equals(running)) {
            wasReady = true;
            wellAt = System.nanoTime();
        }
    }

    private synchronized @Nullable Running current() {
        return running;
    }

    /** Looks after it; called about once a second. */
    void check() throws InterruptedException {
        var now = current();
        var life = now != null && now.isAlive() ? life() : Health.Life.SILENT;
        synchronized (this) {
            if (!wanted || !Objects.equals(now, running)) {
                return;
            }
            if (now != null && now.isAlive()) {
                checkLiving(now, life);
            } else {
                checkDead();
            }
        }
    }

    private Health.Life life() throws InterruptedException {
        return component.isOurs() ? health.life(ports.of(component)) : Health.Life.WELL;
    }

    private void checkLiving(Running now, Health.Life life) throws InterruptedException {
        long time = System.nanoTime();
        if (life == Health.Life.WELL) {
            wellAt = time;
            wasReady = true;
            if (time - startedAt > TRUSTED_AFTER.toNanos()) {
                pause = FIRST_PAUSE;
            }
            return;
        }
        var patience = life == Health.Life.SICK ? SICK_BOUND : SILENT_BOUND;
        var bound = wasReady ? patience : STARTING_BOUND;
        if (restarts && time - wellAt > bound.toNanos()) {
            log.accept(
                    "%s has not been well for %d s and is started again"
                            .formatted(component.label(), bound.toSeconds()));
            now.kill();
            awaitingRestart = true;
            restartAt = time;
        }
    }

    private void checkDead() throws InterruptedException {
        long time = System.nanoTime();
        if (!awaitingRestart) {
            awaitingRestart = true;
            deaths++;
            log.accept(
                    "%s has died%s; see %s"
                            .formatted(
                                    component.label(),
                                    restarts
                                            ? " and is started again in " + pause.toSeconds() + " s"
                                            : "",
                                    launch.log(component)));
            restartAt = time + pause.toNanos();
            var twice = pause.multipliedBy(2);
            pause = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
        }
        if (restarts && time >= restartAt) {
            try {
                launchNow();
            } catch (IOException | PlatformFailure e) {
                log.accept("%s: %s".formatted(component.label(), e.getMessage()));
                restartAt = time + pause.toNanos();
            }
        }
    }

    /** How often it has died by itself. */
    synchronized int deaths() {
        return deaths;
    }

    synchronized String lastWords() {
        return running == null ? "(nothing)" : running.lastWords();
    }

    synchronized boolean isAlive() {
        return running != null && running.isAlive();
    }

    /** 0 when there is no process. */
    synchronized long pid() {
        return running != null && running.isAlive() ? running.pid() : 0;
    }

    /** As {@code kill -9}; it is started again if what dies is. */
    synchronized void kill() throws InterruptedException {
        if (running != null) {
            running.kill();
        }
    }

    /** Stops it in order; it stays stopped. */
    synchronized void stop(Duration bound) throws IOException, InterruptedException {
        wanted = false;
        if (running != null) {
            running.stop(bound);
            running = null;
        }
        Files.deleteIfExists(processFile);
    }

    /** Stops it in order, for good. */
    synchronized void retire(Duration bound) throws IOException, InterruptedException {
        retired = true;
        stop(bound);
    }
}
