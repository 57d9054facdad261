package pro.cryptotrader.runner;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import pro.cryptotrader.embedded.ChildJvm;
import pro.cryptotrader.embedded.KafkaProcess;
import pro.cryptotrader.embedded.KafkaSettings;
import pro.cryptotrader.embedded.PostgresServer;
import pro.cryptotrader.embedded.PostgresSettings;

/** How each component is started: its command, its memory, its environment. */
final class Launch {
    /** Small and quick to start; measured on two cores. */
    private static final List<String> JVM_FLAGS =
            List.of(
                    // On a big machine the heap would begin at its greatest size.
                    "-Xms24m",
                    "-Xss512k",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-XX:-UsePerfData",
                    // The jars are our own build's: verifying their byte code at every start is a
                    // fifth of its time.
                    "-XX:+UnlockDiagnosticVMOptions",
                    "-XX:-BytecodeVerificationRemote");

    /** What its libraries do anyway, without a warning in every log. */
    private static final List<String> QUARKUS_FLAGS =
            List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    private final Settings settings;
    private final Ports ports;
    private final Secrets secrets;
    private final DataDirectory data;

    Launch(Settings settings, Ports ports, Secrets secrets, DataDirectory data) {
        this.settings = settings;
        this.ports = ports;
        this.secrets = secrets;
        this.data = data;
    }

    /** Starts the process; it need not be ready when this returns. */
    Running start(Component component) throws IOException {
        return switch (component) {
            case POSTGRESQL -> new Running.Database(startPostgres());
            case KAFKA -> new Running.Jvm(ChildJvm.start(kafka()));
            default -> new Running.Jvm(ChildJvm.start(quarkus(component)));
        };
    }

    private PostgresServer startPostgres() {
        var server =
                PostgresServer.start(
                        new PostgresSettings(
                                data.postgres(),
                                ports.of(Component.POSTGRESQL),
                                true,
                                secrets.postgresPassword(),
                                data.postgresBinaries(),
                                data.log(Component.POSTGRESQL)));
        Component.services()
                .forEach(service ->
                        server.createSchema(service.schema(), secrets.databasePassword(service)));
        return server;
    }

    private ChildJvm.Spec kafka() {
        return KafkaProcess.spec(
                new KafkaSettings(data.kafka(), ports.of(Component.KAFKA), ports.kafkaController()),
                data.log(Component.KAFKA));
    }

    private ChildJvm.Spec quarkus(Component component) throws IOException {
        var work = data.work(component);
        var flags = new ArrayList<>(JVM_FLAGS);
        flags.addAll(QUARKUS_FLAGS);
        flags.addAll(opened(settings.runnable(component)));
        flags.add("-Xmx" + component.heapMegabytes() + "m");
        // What a killed process leaves in its temporary folder goes with the data folder.
        flags.add("-Djava.io.tmpdir=" + work);
        return new ChildJvm.Spec(
                component.label(),
                flags,
                settings.runnable(component).toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                List.of(),
                environment(component),
                work,
                data.log(component));
    }

    /** What the jar's manifest opens, which counts only for {@code java -jar}. */
    private static List<String> opened(Path jar) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            var packages = file.getManifest().getMainAttributes().getValue("Add-Opens");
            return packages == null
                    ? List.of()
                    : Stream.of(packages.split(" "))
                            .map(name -> "--add-opens=" + name + "=ALL-UNNAMED")
                            .toList();
        }
    }

    /** What a component is told; each gets only the secrets it needs. */
    Map<String, String> environment(Component component) {
        var environment = new HashMap<String, String>();
        environment.put("HTTP_PORT", Integer.toString(ports.of(component)));
        // Many small heaps on one machine: the C library's arenas would cost more than they give.
        environment.put("MALLOC_ARENA_MAX", "2");
        if (component.isService()) {
            environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.of(Component.KAFKA));
            environment.put("DATABASE_URL", databaseUrl());
            environment.put("DATABASE_PASSWORD", secrets.databasePassword(component));
        }
        if (component != Component.EXECUTOR) {
            // Given to the launcher, meant for the executor: nobody else inherits them.
            environment.put("VENUE_API_KEY", "");
            environment.put("VENUE_SECRET_KEY", "");
        }
        switch (component) {
            case SIMULATOR -> addMarket(environment);
            case MARKET_MONITOR -> addPrices(environment);
            case RISK -> environment.put("INTERNAL_TOKEN", secrets.internalToken());
            case EXECUTOR -> {
                environment.put("INTERNAL_TOKEN", secrets.internalToken());
                environment.put("MASTER_KEY", secrets.masterKey64());
                addVenue(environment);
            }
            case NOTIFICATION -> environment.put("MASTER_KEY", secrets.masterKey64());
            case GATEWAY -> {
                environment.put("INTERNAL_TOKEN", secrets.internalToken());
                environment.put("MASTER_KEY", secrets.masterKey64());
                environment.put("ADMIN_PASSWORD", secrets.adminPassword());
                // Simulated money: a newcomer sees trades without pressing a button.
                environment.put(
                        "START_NEW_ENGINES", Boolean.toString(settings.market().isSimulated()));
                environment.put("RISK_URL", url(Component.RISK));
                environment.put("EXECUTOR_URL", url(Component.EXECUTOR));
                addVenue(environment);
            }
            default -> {
                // Needs nothing else.
            }
        }
        environment.putAll(settings.environment());
        return environment;
    }

    private void addMarket(Map<String, String> environment) {
        environment.putAll(settings.market().simulatorEnvironment());
        environment.put("SIM_SPEED", Double.toString(settings.speed()));
        environment.put("SIM_DATA_DIR", data.simulator().toString());
    }

    private void addPrices(Map<String, String> environment) {
        switch (settings.market()) {
            case Market.Binance _ ->
                    addPrices(environment, Market.BINANCE_REST, Market.BINANCE_STREAM);
            case Market.Exchange exchange ->
                    addPrices(environment, exchange.site().restUrl(), exchange.site().streamUrl());
            default ->
                    addPrices(environment, url(Component.SIMULATOR), socket(Component.SIMULATOR));
        }
    }

    private static void addPrices(Map<String, String> environment, String rest, String stream) {
        environment.put("MARKET_REST_URL", rest);
        environment.put("MARKET_STREAM_URL", stream);
    }

    private void addVenue(Map<String, String> environment) {
        if (settings.market() instanceof Market.Exchange exchange) {
            environment.put("VENUE_MODE", exchange.site().option());
            environment.put("VENUE_ACCOUNT", exchange.account());
            // Its addresses follow from the mode, and nobody asks it how it simulates.
            environment.put("VENUE_REST_URL", "");
            environment.put("VENUE_WS_API_URL", "");
            return;
        }
        environment.put("VENUE_REST_URL", url(Component.SIMULATOR));
        environment.put("VENUE_STREAM_URL", socket(Component.SIMULATOR));
        environment.put("VENUE_WS_API_URL", socket(Component.SIMULATOR) + "/ws-api/v3");
    }

    String databaseUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/%s"
                .formatted(ports.of(Component.POSTGRESQL), PostgresServer.DATABASE);
    }

    String url(Component component) {
        return "http://127.0.0.1:" + ports.of(component);
    }

    private String socket(Component component) {
        return "ws://127.0.0.1:" + ports.of(component);
    }

    Path log(Component component) {
        return data.log(component);
    }
}
