package pro.cryptotrader.binance;

import com.binance.connector.client.enums.RequestType;
import com.binance.connector.client.utils.RequestBuilder;
import com.binance.connector.client.utils.WebSocketConnection;
import com.binance.connector.client.utils.websocketapi.WebSocketApiRequestHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.OkHttpClient;
import org.json.JSONObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An account's user data over the WebSocket API: connects, subscribes with a signature, and starts
 * over after every end. Whoever listens must reconcile after each {@code subscribed}, since nothing
 * is repeated.
 */
public final class UserStream implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UserStream.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SUBSCRIBE_TIMEOUT = Duration.ofSeconds(10);

    /** The venue ends a connection after 24 h; we end it first. */
    private static final Duration LONGEST_CONNECTION = Duration.ofHours(23);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** Notices a dead peer within twenty seconds; the venue's own pings are answered by OkHttp. */
    private static final OkHttpClient HTTP =
            new OkHttpClient.Builder()
                    .connectTimeout(Duration.ofSeconds(5))
                    .pingInterval(Duration.ofSeconds(20))
                    .build();

    private final String url;
    private final Credentials credentials;
    private final VenueClock clock;
    private final Listener listener;
    private final Duration firstPause;
    private final Thread thread;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Who is told; called from the stream's threads, in order. */
    public interface Listener {
        /** Events come from now on; whatever happened before has to be asked for. */
        void subscribed();

        void event(UserEvent event);

        /** Events may be missed from now on. */
        void gap(String reason);
    }

    /**
     * Starts to connect.
     *
     * @param url such as {@code wss://ws-api.binance.com:443/ws-api/v3}
     */
    public UserStream(String url, Credentials credentials, VenueClock clock, Listener listener) {
        this(url, credentials, clock, listener, Duration.ofSeconds(1));
    }

    UserStream(
            String url,
            Credentials credentials,
            VenueClock clock,
            Listener listener,
            Duration firstPause) {
        this.url = url;
        this.credentials = credentials;
        this.clock = clock;
        this.listener = listener;
        this.firstPause = firstPause;
        this.thread = Thread.ofVirtual().name("user-stream").start(this::run);
    }

    /** Ends the stream; the listener hears of one last gap at most. */
    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
    }

    private void run() {
        var pause = firstPause;
        try {
            while (closed.getCount() > 0) {
                var session = new Session();
                var reason = session.live();
                listener.gap(reason);
                LOG.warn("user data stream ended: {}", reason);
                pause = session.subscribed.get() ? firstPause : doubled(pause);
                if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration doubled(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    /** One connection's life. */
    private final class Session {
        private final AtomicBoolean subscribed = new AtomicBoolean();
        private final CountDownLatch answered = new CountDownLatch(1);
        private final CountDownLatch over = new CountDownLatch(1);
        private final WebSocketConnection connection;
        private volatile String reason = "not connected";

        Session() {
            connection =
                    new WebSocketConnection(
                            response -> subscribe(),
                            this::receive,
                            (code, text) -> end("closing: %d %s".formatted(code, text)),
                            (code, text) -> end("closed: %d %s".formatted(code, text)),
                            (failure, response) -> end(failure.toString()),
                            RequestBuilder.buildWebSocketRequest(url),
                            HTTP);
        }

        String live() throws InterruptedException {
            try {
                connection.connect();
                if (!answered.await(SUBSCRIBE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                    return "no answer to the subscription within " + SUBSCRIBE_TIMEOUT;
                }
                return over.await(LONGEST_CONNECTION.toMillis(), TimeUnit.MILLISECONDS)
                        ? reason
                        : "older than " + LONGEST_CONNECTION;
            } finally {
                over.countDown();
                connection.close();
            }
        }

        private void subscribe() {
            new WebSocketApiRequestHandler(connection, credentials.apiKey(), credentials.signer())
                    .request(
                            RequestType.SIGNED,
                            "userDataStream.subscribe.signature",
                            new JSONObject().put("timestamp", clock.instant().toEpochMilli()));
        }

        private void receive(String message) {
            if (over.getCount() == 0) {
                return;
            }
            try {
                var json = JSON.readTree(message);
                if (json.has("event")) {
                    var event = UserEvent.of(json.path("event"));
                    if (event instanceof UserEvent.StreamEnding ending) {
                        end(ending.reason());
                    } else {
                        listener.event(event);
                    }
                } else if (json.path("status").asInt() == 200) {
                    subscribed.set(true);
                    listener.subscribed();
                    answered.countDown();
                } else if (json.has("status")) {
                    end("refused: " + json.path("error").path("msg").asText(message));
                }
            } catch (JsonProcessingException | RuntimeException e) {
                // What cannot be read has been missed.
                LOG.error("unreadable user event: {}", message, e);
                end("unreadable event: " + e.getMessage());
            }
        }

        private void end(String why) {
            if (over.getCount() > 0) {
                reason = why;
            }
            over.countDown();
            answered.countDown();
        }
    }
}
