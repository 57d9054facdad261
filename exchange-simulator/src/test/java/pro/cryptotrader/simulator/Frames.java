package pro.cryptotrader.simulator;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A WebSocket that keeps every JSON frame it has received. */
final class Frames implements WebSocket.Listener, AutoCloseable {

    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private volatile boolean closed;
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    Frames(String address) {
        socket =
                HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .buildAsync(URI.create(address), this)
                        .join();
    }

    void send(String text) {
        socket.sendText(text, true).join();
    }

    /** Sends if the other side still listens. */
    void trySend(String text) {
        var _ =
                socket.sendText(text, true)
                        .handle((_, failure) -> closed = closed || failure != null)
                        .join();
    }

    List<JsonNode> all() {
        return frames;
    }

    /** Waits for a frame. */
    JsonNode await1(Predicate<JsonNode> wanted) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> frames.stream().filter(wanted).findFirst(), found -> found.isPresent())
                .orElseThrow();
    }

    @Override
    public @Nullable CompletionStage<?> onText(
            WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            frames.add(VenueJson.read(partial.toString()));
            partial.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    /** Whether the other side has ended it. */
    boolean closed() {
        return closed;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int status, String reason) {
        closed = true;
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed = true;
    }

    @Override
    public void close() {
        if (!socket.isOutputClosed()) {
            var _ = socket.sendClose(WebSocket.NORMAL_CLOSURE, "");
        }
    }
}
