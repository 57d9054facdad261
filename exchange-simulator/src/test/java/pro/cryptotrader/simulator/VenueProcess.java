package pro.cryptotrader.simulator;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged venue as a process of its own, on a free port, with its books in a given folder. */
final class VenueProcess implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port;
    private final Process process;

    VenueProcess(Path folder, Map<String, String> settings) {
        port = freePort();
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Dsim.data-dir=" + folder.resolve("books")));
        settings.forEach((name, value) -> command.add("-D" + name + '=' + value));
        command.addAll(
                List.of("-jar", Path.of("target", "quarkus-app", "quarkus-run.jar").toString()));
        var builder = new ProcessBuilder(command);
        builder.environment().put("HTTP_PORT", Integer.toString(port));
        builder.redirectErrorStream(true);
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve("venue.log").toFile()));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it answers. */
    VenueProcess ready() {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() -> get("/q/health/ready").path("status").asText().equals("UP"));
        return this;
    }

    boolean alive() {
        return process.isAlive();
    }

    String http() {
        return "http://127.0.0.1:" + port;
    }

    String ws() {
        return "ws://127.0.0.1:" + port;
    }

    JsonNode get(String path) {
        return send(HttpRequest.newBuilder(URI.create(http() + path)).GET());
    }

    String text(String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create(http() + path)).build();
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode post(String path, String body) {
        return send(
                HttpRequest.newBuilder(URI.create(http() + path))
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    JsonNode delete(String path) {
        return send(HttpRequest.newBuilder(URI.create(http() + path)).DELETE());
    }

    private static JsonNode send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return VenueJson.read(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Like {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        waitForEnd();
    }

    /** Asks it to end, and waits until it has. */
    void stop() {
        process.destroy();
        waitForEnd();
    }

    @Override
    public void close() {
        stop();
    }

    private void waitForEnd() {
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the venue did not stop within 20 s");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
