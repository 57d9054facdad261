package pro.cryptotrader.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.embedded.PostgresServer;

/** The folder that keeps everything between runs; one platform at a time may use it. */
final class DataDirectory implements AutoCloseable {
    static final long NEEDED_BYTES = 2L * 1024 * 1024 * 1024;

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    private DataDirectory(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Who holds a data folder.
     *
     * @param ports by component
     */
    record Holder(long pid, String dashboard, Map<Component, Integer> ports) {}

    /** Takes the folder, which is created when it is not there. */
    static DataDirectory open(Path folder) {
        try {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            requireSpace(folder);
            var channel =
                    FileChannel.open(
                            lockFile(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw holder(folder)
                        .map(other ->
                                Complaint.machine(
                                        ("already running on %s as process %d: the dashboard is at"
                                                        + " %s")
                                                .formatted(folder, other.pid(), other.dashboard())))
                        .orElseGet(
                                () -> Complaint.machine("already running on %s".formatted(folder)));
            }
            return new DataDirectory(folder, channel, lock);
        } catch (IOException e) {
            throw Complaint.machine(
                    "the data folder %s cannot be used: %s".formatted(folder, e.getMessage()));
        }
    }

    private static void requireSpace(Path folder) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < NEEDED_BYTES) {
            throw Complaint.machine(
                    ("only %.1f GiB are free for %s, but 2 GiB are needed: free some space or choose"
                                    + " another folder with --data-dir")
                            .formatted(free / (double) (1L << 30), folder));
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Who runs on {@code folder} now; empty when nobody does. */
    static Optional<Holder> holder(Path folder) {
        try {
            if (!Files.exists(lockFile(folder)) || canLock(folder)) {
                return Optional.empty();
            }
            var lines = Files.readAllLines(holderFile(folder));
            if (lines.size() < 2) {
                return Optional.empty();
            }
            var ports = new EnumMap<Component, Integer>(Component.class);
            for (var line : lines.subList(2, lines.size())) {
                var words = line.split(" ", 2);
                ports.put(Component.valueOf(words[0]), Integer.valueOf(words[1]));
            }
            return Optional.of(new Holder(Long.parseLong(lines.getFirst()), lines.get(1), ports));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static boolean canLock(Path folder) throws IOException {
        try (var channel = FileChannel.open(lockFile(folder), StandardOpenOption.WRITE);
                var lock = tryLock(channel)) {
            return lock != null;
        }
    }

    /** Lets a second start say where the first one is. */
    void announce(String dashboard, Ports ports, Set<Component> components) throws IOException {
        var lines = new ArrayList<String>();
        lines.add(Long.toString(ProcessHandle.current().pid()));
        lines.add(dashboard);
        new TreeSet<>(components)
                .forEach(component -> lines.add(component.name() + " " + ports.of(component)));
        Files.write(holderFile(folder), lines);
    }

    /**
     * A market's prices, the venue's books and our own belong together: data that began with one
     * market do not go on with another.
     */
    void bind(Market market) throws IOException {
        var file = folder.resolve("market");
        var now = market.description();
        if (!Files.exists(file)) {
            Files.writeString(file, now, StandardCharsets.UTF_8);
            return;
        }
        var before = Files.readString(file).strip();
        if (!before.equals(now)) {
            throw Complaint.request(
                    ("the data in %s belong to another market (%s, not %s): choose another folder"
                                    + " with --data-dir")
                            .formatted(folder, before, now));
        }
    }

    /** Stops what an earlier run, killed at the wrong moment, has left. */
    void stopOrphans() throws IOException {
        try {
            PostgresServer.stopOrphan(postgres());
            for (var component : Component.values()) {
                Orphan.stop(processFile(component));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there are data that the secrets must fit. */
    boolean hasDatabase() {
        return Files.exists(postgres().resolve("PG_VERSION"));
    }

    Path postgres() {
        return folder.resolve("postgresql");
    }

    /** With the data, since what is in a temporary folder may be tidied away while it runs. */
    Path postgresBinaries() {
        return folder.resolve("postgresql-server");
    }

    Path kafka() {
        return folder.resolve("kafka");
    }

    Path simulator() {
        return folder.resolve("simulator");
    }

    /** Candles of backtests, and studies that are not finished. */
    Path backtests() {
        return folder.resolve("backtests");
    }

    Path secrets() {
        return folder.resolve("secrets");
    }

    Path log(Component component) {
        return logs().resolve(component.fileName() + ".log");
    }

    Path logs() {
        return folder.resolve("logs");
    }

    /** Where a process works; for what nobody needs after it. */
    Path work(Component component) throws IOException {
        return Files.createDirectories(folder.resolve("run").resolve(component.fileName()));
    }

    /** Names the process of this run, or of one that was killed. */
    Path processFile(Component component) {
        return folder.resolve("run").resolve(component.fileName() + ".pid");
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(holderFile(folder));
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder cannot be given back", e);
        }
    }

    private static Path lockFile(Path folder) {
        return folder.resolve("lock");
    }

    private static Path holderFile(Path folder) {
        return folder.resolve("running");
    }
}
