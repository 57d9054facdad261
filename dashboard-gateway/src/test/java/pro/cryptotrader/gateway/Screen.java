package pro.cryptotrader.gateway;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A browser's EventSource: reads the stream and keeps what it says. */
final class Screen implements AutoCloseable {
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final InputStream stream;
    private volatile boolean ended;

    record Event(String type, @Nullable String id, String data) {}

    private Screen(InputStream stream) {
        this.stream = stream;
        Thread.ofVirtual().start(this::read);
    }

    static Screen open(Gateway gateway) {
        return open(gateway, null);
    }

    static Screen open(Gateway gateway, @Nullable String lastEventId) {
        try {
            var request =
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://localhost:" + RestAssured.port + "/api/events"))
                            .header("Cookie", "ct_session=" + gateway.cookie());
            if (lastEventId != null) {
                request.header("Last-Event-ID", lastEventId);
            }
            var answer =
                    HttpClient.newHttpClient()
                            .send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                throw new AssertionError("no stream: " + answer.statusCode());
            }
            return new Screen(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    List<Event> events(String type) {
        return events.stream().filter(event -> event.type().equals(type)).toList();
    }

    boolean hasEnded() {
        return ended;
    }

    private void read() {
        try (var lines =
                new java.io.BufferedReader(
                        new java.io.InputStreamReader(stream, StandardCharsets.UTF_8))) {
            String type = "message";
            @Nullable String id = null;
            var data = new StringBuilder();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    if (!data.isEmpty()) {
                        events.add(new Event(type, id, data.toString()));
                    }
                    type = "message";
                    id = null;
                    data.setLength(0);
                } else if (line.startsWith("event:")) {
                    type = line.substring(6).strip();
                } else if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring(5).strip());
                }
            }
        } catch (IOException e) {
            // The stream was closed, here or there.
        } finally {
            ended = true;
        }
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
