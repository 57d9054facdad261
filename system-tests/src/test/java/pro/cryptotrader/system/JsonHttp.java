package pro.cryptotrader.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.TreeMap;

/** JSON over HTTP with cookies, as a small program would do it. */
final class JsonHttp {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration BOUND = Duration.ofSeconds(15);

    private final URI base;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(BOUND)
                    .cookieHandler(new CookieManager())
                    .build();
    private final TreeMap<String, String> headers = new TreeMap<>();

    JsonHttp(URI base) {
        this.base = base;
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Sent with every request from now on. */
    void header(String name, String value) {
        headers.put(name, value);
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, JsonNode body) {
        return send(request(path).POST(BodyPublishers.ofString(body.toString())));
    }

    Answer put(String path, JsonNode body) {
        return send(request(path).PUT(BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder request(String path) {
        var request =
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(BOUND)
                        .header("Content-Type", "application/json");
        headers.forEach(request::setHeader);
        return request;
    }

    private Answer send(HttpRequest.Builder builder) {
        var request = builder.build();
        try {
            var response = client.send(request, BodyHandlers.ofString());
            var text = response.body();
            var body = text.isBlank() ? MAPPER.nullNode() : MAPPER.readTree(text);
            return new Answer(request.method() + " " + request.uri(), response.statusCode(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** What came back. */
    record Answer(String request, int status, JsonNode body) {
        /** The body, when the status is the expected one. */
        JsonNode expect(int expected) {
            if (status != expected) {
                throw new AssertionError(
                        "%s answered %d instead of %d: %s"
                                .formatted(request, status, expected, body));
            }
            return body;
        }
    }
}
