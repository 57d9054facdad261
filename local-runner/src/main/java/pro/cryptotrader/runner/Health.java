package pro.cryptotrader.runner;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a service of ours how it is. */
final class Health implements AutoCloseable {
    private static final Duration BOUND = Duration.ofSeconds(3);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(BOUND)
                    .build();

    /** Whether it can do its work now. */
    boolean isReady(int port) throws InterruptedException {
        return answersOk(port, "/q/health/ready");
    }

    /** Whether it can go on; if not, only a restart helps. */
    boolean isLive(int port) throws InterruptedException {
        return answersOk(port, "/q/health/live");
    }

    private boolean answersOk(int port, String path) throws InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(BOUND)
                        .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
