package pro.cryptotrader.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The file in which a running PostgreSQL says which process it is. */
final class PostmasterFile {
    private static final Duration STOP_BOUND = Duration.ofSeconds(15);

    private final Path data;

    PostmasterFile(Path data) {
        this.data = data.toAbsolutePath();
    }

    /** The process id that the file names; 0 when there is none. */
    long pid() {
        try (var lines = Files.lines(file())) {
            return lines.findFirst().map(String::strip).map(Long::parseLong).orElse(0L);
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }

    boolean isServerAlive() {
        return server().isPresent();
    }

    /** Stops a server that is still at work on these data; removes a file whose process is gone. */
    void stopOrphan() {
        var orphan = server();
        if (orphan.isPresent()) {
            signal("INT", orphan.get().pid());
            if (!ended()) {
                kill();
            }
        }
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new PlatformFailure(
                    "%s cannot be removed: %s".formatted(file(), e.getMessage()), e);
        }
    }

    void kill() {
        server().ifPresent(server -> {
            // The postmaster's children notice that it is gone and end, too.
            server.destroyForcibly();
            if (!ended()) {
                throw new PlatformFailure(
                        "PostgreSQL (process %d) cannot be stopped".formatted(server.pid()), null);
            }
        });
    }

    /**
     * A process that stops the server when this process is gone, however it went.
     *
     * @param delete whether the data go, too
     */
    Process guard(boolean delete) throws IOException {
        var script =
                """
                trap '' INT HUP TERM
                cat > /dev/null
                if [ "$(head -n 1 "$2/postmaster.pid" 2> /dev/null)" = "$1" ]; then
                  kill -INT "$1"
                  i=0
                  while kill -0 "$1" 2> /dev/null && [ $i -lt 100 ]; do sleep 0.1; i=$((i+1)); done
                fi
                if [ "$3" = true ]; then rm -rf "$2" "$2.log"; fi
                """;
        return new ProcessBuilder(
                        "/bin/sh",
                        "-c",
                        script,
                        "postgres-guard",
                        Long.toString(pid()),
                        data.toString(),
                        Boolean.toString(delete))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private Optional<ProcessHandle> server() {
        long pid = pid();
        // After a reboot the number may be anybody's; one that has ended has no command.
        return pid == 0
                ? Optional.empty()
                : ProcessHandle.of(pid)
                        .filter(ProcessHandle::isAlive)
                        .filter(process ->
                                process.info().command().orElse("").contains("postgres"));
    }

    /** Not {@code onExit}, which waits until somebody collects what is left of the process. */
    private boolean ended() {
        long deadline = System.nanoTime() + STOP_BOUND.toNanos();
        try {
            while (isServerAlive() && System.nanoTime() < deadline) {
                Thread.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !isServerAlive();
    }

    private static void signal(String name, long pid) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
        } catch (IOException e) {
            throw new PlatformFailure("kill cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Path file() {
        return data.resolve("postmaster.pid");
    }
}
