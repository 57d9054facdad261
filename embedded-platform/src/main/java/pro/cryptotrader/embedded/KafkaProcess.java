package pro.cryptotrader.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A Kafka broker in a process of its own, which can be killed and started again. */
public final class KafkaProcess implements AutoCloseable {
    private static final Duration START_BOUND = Duration.ofSeconds(90);

    private final ChildJvm.Spec spec;
    private final KafkaSettings settings;
    private ChildJvm process;

    private KafkaProcess(ChildJvm.Spec spec, KafkaSettings settings, ChildJvm process) {
        this.spec = spec;
        this.settings = settings;
        this.process = process;
    }

    /** How to start a broker with this process's class path. */
    public static ChildJvm.Spec spec(KafkaSettings settings, Path log) {
        return new ChildJvm.Spec(
                "Kafka",
                List.of(
                        "-Xms32m",
                        "-Xmx192m",
                        "-Xss512k",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError"),
                classPath(),
                KafkaBroker.class.getName(),
                List.of(
                        "--port",
                        Integer.toString(settings.port()),
                        "--controller-port",
                        Integer.toString(settings.controllerPort()),
                        "--data",
                        settings.data().toAbsolutePath().toString()),
                Map.of(),
                Path.of("").toAbsolutePath(),
                log);
    }

    /** Starts it and returns when it serves. */
    public static KafkaProcess start(KafkaSettings settings, Path log) throws InterruptedException {
        var spec = spec(settings, log);
        return new KafkaProcess(spec, settings, launch(spec));
    }

    public String bootstrapServers() {
        return settings.bootstrapServers();
    }

    /** As {@code kill -9}. */
    public void kill() throws InterruptedException {
        process.kill();
    }

    /** Starts it again after it was killed, on the same data and ports. */
    public void restart() throws InterruptedException {
        process.close();
        process = launch(spec);
    }

    @Override
    public void close() {
        process.close();
    }

    private static ChildJvm launch(ChildJvm.Spec spec) throws InterruptedException {
        var process = ChildJvm.start(spec);
        try {
            process.awaitReadyLine(START_BOUND);
            return process;
        } catch (PlatformFailure e) {
            process.kill();
            throw e;
        }
    }

    private static String classPath() {
        // Test runners may start from a jar that only points to the others.
        return System.getProperty(
                "surefire.test.class.path", System.getProperty("java.class.path", ""));
    }
}
