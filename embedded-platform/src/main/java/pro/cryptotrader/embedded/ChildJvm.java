package pro.cryptotrader.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Another Java process on a {@link Leash}: it dies with this one, whatever happens to this one, and
 * what it prints goes to a bounded log. Neither Ctrl-C in the terminal nor a polite kill of the
 * whole group reaches it, so that it is stopped when its turn comes.
 */
public final class ChildJvm implements AutoCloseable {
    private static final Duration CLOSE_BOUND = Duration.ofSeconds(20);
    private static final int REMEMBERED_LINES = 20;

    /** Printed by a child that is ready, if it has no better way to say so. */
    public static final String READY = "*** ready";

    private final String name;
    private final Process process;
    private final Thread reader;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Deque<String> lastLines = new ArrayDeque<>();

    private ChildJvm(String name, Process process, LogFile log) {
        this.name = name;
        this.process = process;
        this.reader =
                Thread.ofPlatform()
                        .daemon()
                        .name("log-" + name)
                        .start(() -> copy(process.getInputStream(), log));
    }

    /**
     * What to start.
     *
     * @param name for messages and thread names
     * @param jvmArguments such as {@code -Xmx128m}
     * @param classPath in the platform's notation, without the leash's own
     * @param environment added to this process's own
     * @param directory where it works
     * @param log where its output goes, appended
     */
    public record Spec(
            String name,
            List<String> jvmArguments,
            String classPath,
            String mainClass,
            List<String> arguments,
            Map<String, String> environment,
            Path directory,
            Path log) {
        public Spec {
            jvmArguments = List.copyOf(jvmArguments);
            arguments = List.copyOf(arguments);
            environment = Map.copyOf(environment);
        }
    }

    /** Starts it and returns at once. */
    public static ChildJvm start(Spec spec) {
        // An ignored signal stays ignored in what is executed next.
        var command =
                new ArrayList<>(
                        List.of("/bin/sh", "-c", "trap '' INT HUP TERM; exec \"$@\"", "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(spec.jvmArguments());
        command.add("-cp");
        command.add(spec.classPath() + System.getProperty("path.separator") + leashClassPath());
        command.add(Leash.class.getName());
        command.add(spec.mainClass());
        command.addAll(spec.arguments());
        var builder =
                new ProcessBuilder(command)
                        .directory(spec.directory().toFile())
                        .redirectErrorStream(true);
        builder.environment().putAll(spec.environment());
        try {
            var log = new LogFile(spec.log(), LogFile.DEFAULT_LIMIT_BYTES);
            return new ChildJvm(spec.name(), builder.start(), log);
        } catch (IOException e) {
            throw new PlatformFailure(
                    "%s could not be started: %s".formatted(spec.name(), e.getMessage()), e);
        }
    }

    private static String leashClassPath() {
        return Path.of(
                        java.net.URI.create(
                                Leash.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toString()))
                .toString();
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Completes with the exit code. */
    public CompletableFuture<Integer> exit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /**
     * Waits for the line {@link #READY}.
     *
     * @throws PlatformFailure when it ended or did not become ready within {@code bound}
     */
    public void awaitReadyLine(Duration bound) throws InterruptedException {
        var deadline = System.nanoTime() + bound.toNanos();
        while (!ready.await(50, TimeUnit.MILLISECONDS)) {
            if (!process.isAlive()) {
                reader.join(1_000);
                throw new PlatformFailure(
                        "%s ended with exit code %d while starting; its last words: %s"
                                .formatted(name, process.exitValue(), lastWords()),
                        null);
            }
            if (System.nanoTime() > deadline) {
                throw new PlatformFailure(
                        "%s was not ready within %d s".formatted(name, bound.toSeconds()), null);
            }
        }
    }

    /** Whether it has printed the line {@link #READY}. */
    public boolean hasSaidReady() {
        return ready.getCount() == 0;
    }

    /** The last lines it printed. */
    public String lastWords() {
        synchronized (lastLines) {
            return lastLines.isEmpty() ? "(nothing)" : String.join("\n", lastLines);
        }
    }

    /** As {@code kill -9}. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        reader.join(1_000);
    }

    /** Asks it to stop; it may take its time. */
    public void requestStop() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            process.destroyForcibly();
        }
    }

    /** Stops it in order, and by force when that takes longer than {@code bound}. */
    public void stop(Duration bound) throws InterruptedException {
        requestStop();
        if (!process.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
        }
        reader.join(1_000);
    }

    @Override
    public void close() {
        try {
            stop(CLOSE_BOUND);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void copy(InputStream output, LogFile log) {
        var line = new StringBuilder();
        var buffer = new byte[8192];
        try (log) {
            for (int read = output.read(buffer); read >= 0; read = output.read(buffer)) {
                log.write(buffer, read);
                remember(new String(buffer, 0, read, StandardCharsets.UTF_8), line);
            }
        } catch (IOException e) {
            // The disk is full or the process is gone: its output is the lesser loss, but it must
            // not block on a full pipe.
            drain(output);
        }
    }

    private void remember(String text, StringBuilder line) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\n') {
                if (line.length() < 500) {
                    line.append(c);
                }
                continue;
            }
            if (line.indexOf(READY) == 0) {
                ready.countDown();
            }
            synchronized (lastLines) {
                lastLines.addLast(line.toString());
                if (lastLines.size() > REMEMBERED_LINES) {
                    lastLines.removeFirst();
                }
            }
            line.setLength(0);
        }
    }

    private static void drain(InputStream output) {
        try {
            output.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            // Gone.
        }
    }
}
