package pro.cryptotrader.simulator.stream;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One connected client. Who reads too slowly is cut, so that nobody waits for him. */
final class Client {
    private static final int QUEUE_BYTES = 1 << 20;

    private final ServerWebSocket socket;
    private final HttpConnection connection;
    private final Set<String> streams = ConcurrentHashMap.newKeySet();
    private final Set<String> pings = ConcurrentHashMap.newKeySet();
    private final long since;
    private volatile boolean combined;
    private volatile long lastPong;
    private volatile boolean silent;
    private long second;
    private int messages;

    Client(ServerWebSocket socket, HttpConnection connection, boolean combined, long wallMillis) {
        this.socket = socket;
        this.connection = connection;
        this.combined = combined;
        since = wallMillis;
        lastPong = wallMillis;
        socket.setWriteQueueMaxSize(QUEUE_BYTES);
    }

    Set<String> streams() {
        return streams;
    }

    /** Whether events are wrapped with their stream's name. */
    boolean combined() {
        return combined;
    }

    void combined(boolean wrapped) {
        combined = wrapped;
    }

    /** Sends an event of a stream, wrapped if the connection is a combined one. */
    void event(String stream, String json) {
        send(combined ? "{\"stream\":\"" + stream + "\",\"data\":" + json + '}' : json);
    }

    void send(String text) {
        if (silent || socket.isClosed()) {
            return;
        }
        if (socket.writeQueueFull()) {
            cut();
            return;
        }
        socket.writeTextMessage(text);
    }

    /** A close frame would wait behind all that was not read: the connection itself is closed. */
    void cut() {
        if (connection instanceof ConnectionBase base) {
            var _ = base.channel().close();
        } else {
            var _ = socket.close();
        }
    }

    /** Whether everything but pings is swallowed. */
    void silent(boolean swallowed) {
        silent = swallowed;
    }

    /** When it connected, wall time. */
    long since() {
        return since;
    }

    String address() {
        return connection.remoteAddress().hostAddress();
    }

    /** Counts a message; false if it is one too many in its second. Not thread-safe. */
    boolean counts(long wallMillis, int perSecond) {
        if (wallMillis / 1000 != second) {
            second = wallMillis / 1000;
            messages = 0;
        }
        messages++;
        return perSecond == 0 || messages <= perSecond;
    }

    /** Only the answer to a ping counts: one with its payload. */
    void pong(Buffer payload, long wallMillis) {
        if (pings.remove(payload.toString())) {
            pings.clear();
            lastPong = wallMillis;
        }
    }

    /** Pings, or cuts who is too old or has not answered for too long. */
    void ping(long wallMillis, StreamSettings settings) {
        var quiet = wallMillis - lastPong;
        if (quiet > settings.pong().plus(settings.ping()).toMillis()
                || wallMillis - since >= settings.lifetime().toMillis()) {
            cut();
        } else if (!socket.isClosed()) {
            var payload = Long.toString(wallMillis);
            pings.add(payload);
            socket.writePing(Buffer.buffer(payload));
        }
    }
}
