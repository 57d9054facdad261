package pro.cryptotrader.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Finds again, by its file, a process that an earlier run left: the number alone may meanwhile be
 * anybody's, so the file also says when the process began.
 */
final class Orphan {
    private static final Duration BOUND = Duration.ofSeconds(20);

    private Orphan() {}

    static void remember(Path file, long pid) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, pid + " " + startOf(ProcessHandle.of(pid)));
    }

    /** Kills it, if it still runs, and forgets it. */
    static boolean stop(Path file) throws IOException, InterruptedException {
        if (!Files.exists(file)) {
            return false;
        }
        var words = Files.readString(file).strip().split(" ", 2);
        var process = ProcessHandle.of(Long.parseLong(words[0]));
        boolean found =
                words.length == 2
                        && process.filter(ProcessHandle::isAlive).isPresent()
                        && !words[1].isEmpty()
                        && words[1].equals(startOf(process));
        if (found && process.isPresent()) {
            process.get().destroyForcibly();
            await(process.get());
        }
        Files.deleteIfExists(file);
        return found;
    }

    private static void await(ProcessHandle process) throws InterruptedException {
        try {
            process.onExit().get(BOUND.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw Complaint.machine(
                    "process %d of an earlier run cannot be stopped: stop it by hand"
                            .formatted(process.pid()));
        }
    }

    private static String startOf(Optional<ProcessHandle> process) {
        return process.flatMap(handle -> handle.info().startInstant())
                .map(Instant::toString)
                .orElse("");
    }
}
