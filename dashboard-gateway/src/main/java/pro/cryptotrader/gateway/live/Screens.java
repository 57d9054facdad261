package pro.cryptotrader.gateway.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.gateway.access.Caller;

/** Connects screens to the feed, each with a thread that may wait for its network. */
@ApplicationScoped
public class Screens {
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
}
