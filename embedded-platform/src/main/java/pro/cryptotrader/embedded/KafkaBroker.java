package pro.cryptotrader.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A Kafka broker with its own controller (KRaft) in this Java process. */
public final class KafkaBroker implements AutoCloseable {
    /** Held, because java.util.logging forgets the level of a logger that nobody holds. */
    private static final Logger ROOT = Logger.getLogger("");

    private final KafkaSettings settings;
    private final KafkaRaftServer server;

    private KafkaBroker(KafkaSettings settings, KafkaRaftServer server) {
        this.settings = settings;
        this.server = server;
    }

    /** Starts it and returns when it serves. */
    public static KafkaBroker start(KafkaSettings settings) {
        try {
            format(settings);
            var server =
                    new KafkaRaftServer(KafkaConfig.fromProps(settings.properties()), Time.SYSTEM);
            server.startup();
            return new KafkaBroker(settings, server);
        } catch (Exception e) {
            throw new PlatformFailure(
                    "Kafka could not be started on port %d with its data in %s: %s"
                            .formatted(settings.port(), settings.data(), e.getMessage()),
                    e);
        }
    }

    public String bootstrapServers() {
        return settings.bootstrapServers();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(KafkaSettings settings) throws Exception {
        Files.createDirectories(settings.logDirectory());
        new Formatter()
                .setClusterId(clusterId(settings.clusterIdFile()))
                .setNodeId(1)
                .setDirectories(java.util.List.of(settings.logDirectory().toString()))
                .setMetadataLogDirectory(settings.logDirectory().toString())
                .setControllerListenerName("CONTROLLER")
                .setIgnoreFormatted(true)
                .setPrintStream(new java.io.PrintStream(java.io.OutputStream.nullOutputStream()))
                .run();
    }

    private static String clusterId(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.writeString(file, Uuid.randomUuid().toString());
        }
        return Files.readString(file).strip();
    }

    /** Runs as a process of its own: {@code --port N --controller-port N --data FOLDER}. */
    public static void main(String[] arguments) throws InterruptedException {
        ROOT.setLevel(Level.WARNING);
        try {
            var broker = start(settings(arguments));
            Runtime.getRuntime()
                    .addShutdownHook(
                            Thread.ofPlatform().name("kafka-stop").unstarted(broker::close));
            System.out.println(ChildJvm.READY);
            broker.server.awaitShutdown();
        } catch (PlatformFailure | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            // Kafka leaves threads behind when it fails half way.
            Runtime.getRuntime().halt(1);
        }
    }

    private static KafkaSettings settings(String[] arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        var data = options.get("--data");
        if (data == null) {
            throw new IllegalArgumentException("--data FOLDER is missing");
        }
        return new KafkaSettings(
                Path.of(data),
                Integer.parseInt(options.getOrDefault("--port", "9092")),
                Integer.parseInt(options.getOrDefault("--controller-port", "9093")));
    }
}
