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
    private static final long PONG_WITHIN = 60_000;

    private final ServerWebSocket socket;
    private final HttpConnection connection;
    private final boolean combined;
    private final Set<String> streams = ConcurrentHashMap.newKeySet();
    private final long since;
    private volatile long lastPong;
    private volatile boolean silent;

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

    void pong(long wallMillis) {
        lastPong = wallMillis;
    }

    /** Pings, or cuts who has not answered for a minute. */
    void ping(long wallMillis) {
        if (socket.isClosed()) {
            return;
        }
        if (wallMillis - lastPong > PONG_WITHIN + 20_000) {
            cut();
        } else {
            socket.writePing(Buffer.buffer(Long.toString(wallMillis)));
        }
    }
}
