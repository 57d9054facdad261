package pro.cryptotrader.notification.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Posts JSON with bounded time and follows no redirection: an address that was checked is the one
 * that is called. Addresses hold secrets, so no message of its failures repeats them.
 */
@ApplicationScoped
class HttpPost {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(TIMEOUT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    /**
     * Sends {@code json}.
     *
     * @throws IOException when no answer came; safe to show
     */
    HttpResponse<String> send(URI address, String json) throws IOException {
        var request =
                HttpRequest.newBuilder(address)
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while waiting for an answer", e);
        } catch (IOException e) {
            throw new IOException("no answer: " + e.getClass().getSimpleName(), e);
        }
    }
}
