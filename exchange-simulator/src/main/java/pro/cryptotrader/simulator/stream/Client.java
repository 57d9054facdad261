package pro.cryptotrader.simulator.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import pro.cryptotrader.simulator.http.TimeUnit;

/** One connected client. Who reads too slowly is cut, so that nobody waits for him. */
final class Client {
    private static final int QUEUE_BYTES = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ServerWebSocket socket;
    private final HttpConnection connection;
    private final Set<String> streams = ConcurrentHashMap.newKeySet();
    private final Pulse pulse;
    private final TimeUnit unit;
    private volatile boolean combined;
    private volatile boolean silent;
    private long second;
    private int messages;

    Client(
            ServerWebSocket socket,
            HttpConnection connection,
            boolean combined,
            Pulse pulse,
            TimeUnit unit) {
        this.socket = socket;
        this.connection = connection;
        this.combined = combined;
        this.pulse = pulse;
        this.unit = unit;
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
        tell(combined ? "{\"stream\":\"" + stream + "\",\"data\":" + json + '}' : json);
    }

    /** Sends what has times in it, in the unit that the client asked for. */
    void tell(String json) {
        if (unit == TimeUnit.MILLISECOND) {
            send(json);
            return;
        }
        try {
            send(unit.told(JSON.readTree(json)).toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON: " + json, e);
        }
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
        return pulse.born();
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

    void pong(Buffer payload, long wallMillis) {
        pulse.pong(payload.toString(), wallMillis);
    }

    /** Pings, or cuts who may not live on. */
    void ping(long wallMillis) {
        var payload = pulse.ping(wallMillis);
        if (payload.isEmpty()) {
            cut();
        } else if (!socket.isClosed()) {
            socket.writePing(Buffer.buffer(payload.get()));
        }
    }
}
