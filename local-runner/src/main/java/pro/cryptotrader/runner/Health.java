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

    /** What a service answers when it is asked whether it can go on. */
    enum Life {
        WELL,
        /** It says itself that only a restart helps. */
        SICK,
        /** It says nothing; on a machine that is too busy that means little. */
        SILENT
    }

    /** Whether it can do its work now. */
    boolean isReady(int port) throws InterruptedException {
        return ask(port, "/q/health/ready") == Life.WELL;
    }

    Life life(int port) throws InterruptedException {
        return ask(port, "/q/health/live");
    }

    private Life ask(int port, String path) throws InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(BOUND)
                        .build();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            return status == 200 ? Life.WELL : Life.SICK;
        } catch (IOException e) {
            return Life.SILENT;
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
