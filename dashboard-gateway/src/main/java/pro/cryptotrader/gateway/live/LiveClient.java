package pro.cryptotrader.gateway.live;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.gateway.access.Caller;

/**
 * One screen. Whoever publishes only puts things into its queue and never waits; a thread of its
 * own writes them out. A screen that cannot keep up is cut: its browser comes back by itself and
 * catches up.
 */
final class LiveClient implements Runnable {
    /** As many as can be missed in one go, and some more. */
    static final int QUEUE = LiveFeed.REMEMBERED + 1_000;

    static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final long WRITE_SECONDS = 20;
    private static final Logger LOG = Logger.getLogger(LiveClient.class);

    private final Caller caller;
    private final SseEventSink sink;
    private final Sse sse;
    private final InstantSource clock;
    private final Runnable hangUp;
    private final BlockingQueue<Item> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Map<Symbol, String> ticks = new TreeMap<>();
    private volatile @Nullable String cut;
    private volatile @Nullable CompletableFuture<?> writing;

    /** Takes {@code hangUp}, which closes the connection without waiting for anything. */
    LiveClient(Caller caller, SseEventSink sink, Sse sse, InstantSource clock, Runnable hangUp) {
        this.caller = caller;
        this.sink = sink;
        this.sse = sse;
        this.clock = clock;
        this.hangUp = hangUp;
    }

    boolean belongsTo(String session) {
        return caller.session().equals(session);
    }

    void greet(String how, String id) {
        put(new Item.Event(how, id, "{}"));
    }

    void offer(LiveFeed.Numbered numbered) {
        var push = numbered.push();
        if (push.account() == null || caller.owns(push.account())) {
            put(new Item.Event(push.type(), numbered.id(), push.json()));
        }
    }

    /** Keeps the latest of each symbol until it can be sent. */
    void offerTicks(Map<Symbol, String> latest) {
        boolean first;
        synchronized (ticks) {
            first = ticks.isEmpty();
            ticks.putAll(latest);
        }
        if (first) {
            put(new Item.Ticks());
        }
    }

    private void put(Item item) {
        if (cut == null && !queue.offer(item)) {
            cut("%d pushes behind".formatted(QUEUE));
        }
    }

    /** Ends this screen's connection, however much is still to be written. */
    void cut(String why) {
        cut = why;
        var unfinished = writing;
        if (unfinished != null) {
            unfinished.cancel(true);
        }
    }

    /** Writes until the screen is gone, is cut or its session has ended. */
    @Override
    public void run() {
        var heartbeat = clock.instant().plus(HEARTBEAT);
        try (sink) {
            while (cut == null && !sink.isClosed()) {
                var now = clock.instant();
                if (!now.isBefore(caller.sessionEnds())) {
                    cut("the session has ended");
                } else if (!now.isBefore(heartbeat)) {
                    heartbeat = now.plus(HEARTBEAT);
                    // The comment is for proxies, the event for the page, which sees no comments.
                    write(sse.newEventBuilder().comment("alive").name("alive").data("{}"));
                } else {
                    writeNext(now, heartbeat);
                }
            }
            LOG.debugf("screen of %s is gone: %s", caller.name(), cut);
        } catch (ExecutionException | TimeoutException | IllegalStateException e) {
            // The last is a write that was cut off, or the browser having closed meanwhile.
            LOG.debugf("screen of %s is gone: %s", caller.name(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            hangUp.run();
        }
    }

    private void writeNext(Instant now, Instant heartbeat)
            throws ExecutionException, InterruptedException, TimeoutException {
        // Looks up every second, so that a cut does not wait for the heartbeat.
        var patience = Math.clamp(Duration.between(now, heartbeat).toMillis(), 1, 1_000);
        switch (queue.poll(patience, TimeUnit.MILLISECONDS)) {
            case null -> {}
            case Item.Ticks _ -> write(sse.newEventBuilder().name("ticks").data(takeTicks()));
            case Item.Event event ->
                    write(
                            sse.newEventBuilder()
                                    .name(event.type())
                                    .id(event.id())
                                    .data(event.json()));
        }
    }

    private String takeTicks() {
        synchronized (ticks) {
            var all = "[" + String.join(",", new ArrayList<>(ticks.values())) + "]";
            ticks.clear();
            return all;
        }
    }

    private void write(OutboundSseEvent.Builder event)
            throws ExecutionException, InterruptedException, TimeoutException {
        write(event.build());
    }

    /** Waits until the network has taken it: that is what makes a slow screen's queue grow. */
    private void write(OutboundSseEvent event)
            throws ExecutionException, InterruptedException, TimeoutException {
        var sent = sink.send(event).toCompletableFuture();
        writing = sent;
        if (cut == null) {
            sent.get(WRITE_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** What is to be written. */
    private sealed interface Item {
        record Event(String type, String id, String json) implements Item {}

        record Ticks() implements Item {}
    }
}
