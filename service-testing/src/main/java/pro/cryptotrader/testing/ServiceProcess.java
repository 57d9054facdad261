package pro.cryptotrader.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * The packaged service of the module under test as a process of its own, so that it can be killed
 * like one.
 */
public final class ServiceProcess {
    /** The password of every schema's role. */
    public static final String PASSWORD = "for-tests-only";

    private static final Duration READY_WITHIN = Duration.ofSeconds(90);

    private static final Path LOG = Path.of("target", "service-under-test.log");

    private final Process process;
    private final int port;

    private ServiceProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Started on the test platform and ready; its output is in {@code
     * target/service-under-test.log}.
     *
     * @param schema the service's schema and role
     * @param environment what it needs beside database, broker and port
     * @throws IOException when there is no Java or no packaged service
     */
    public static ServiceProcess start(String schema, Map<String, String> environment)
            throws IOException {
        var service = launch(schema, environment, LOG);
        try (var http = HttpClient.newHttpClient()) {
            Awaitility.await("the service is ready, see " + LOG)
                    .atMost(READY_WITHIN)
                    .until(() -> service.process.isAlive() && isReady(http, service.port));
        }
        return service;
    }

    /**
     * The same, not waited for: it may be meant to die on its way.
     *
     * @param log where its output is added
     * @throws IOException when there is no Java or no packaged service
     */
    public static ServiceProcess launch(String schema, Map<String, String> environment, Path log)
            throws IOException {
        var platform = Platform.get();
        platform.createSchema(schema, PASSWORD);
        int port = freePort();
        var builder =
                new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx192m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-jar",
                                "target/quarkus-app/quarkus-run.jar"));
        builder.environment().put("KAFKA_BOOTSTRAP_SERVERS", platform.getBootstrapServers());
        builder.environment().put("DATABASE_URL", platform.getJdbcUrl());
        builder.environment().put("DATABASE_PASSWORD", PASSWORD);
        builder.environment().put("HTTP_PORT", Integer.toString(port));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        var service = new ServiceProcess(builder.start(), port);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(service::kill));
        return service;
    }

    private static boolean isReady(HttpClient http, int port) throws InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"));
        try {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public Process process() {
        return process;
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** As {@code kill -9} does it. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }
}
