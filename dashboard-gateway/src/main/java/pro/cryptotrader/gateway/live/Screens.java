package pro.cryptotrader.gateway.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.gateway.access.Caller;

/** Connects screens to the feed, each with a thread that may wait for its network. */
@ApplicationScoped
public class Screens {
    private static final long BEGIN_SECONDS = 10;

    private final LiveFeed feed;
    private final InstantSource clock;

    Screens(LiveFeed feed, InstantSource clock) {
        this.feed = feed;
        this.clock = clock;
    }

    /** Serves the screen until it is gone; returns at once. */
    public void connect(
            Caller caller,
            SseEventSink sink,
            Sse sse,
            @Nullable String lastEventId,
            Runnable hangUp) {
        var client = new LiveClient(caller, sink, sse, clock, hangUp);
        feed.join(client, lastEventId);
        try {
            begin(sink, sse);
        } catch (RuntimeException e) {
            feed.leave(client);
            throw e;
        }
        Thread.ofVirtual()
                .name("screen-of-" + caller.name())
                .start(() -> {
                    try {
                        client.run();
                    } finally {
                        feed.leave(client);
                    }
                });
    }

    /**
     * Sends the head of the answer from the request's own thread. The server would send it when the
     * request's method has returned, at the same time as the screen's thread the first event.
     */
    private static void begin(SseEventSink sink, Sse sse) {
        try {
            sink.send(sse.newEventBuilder().comment("connected").build())
                    .toCompletableFuture()
                    .get(BEGIN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the screen is gone already", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a screen connected", e);
        }
    }
}
