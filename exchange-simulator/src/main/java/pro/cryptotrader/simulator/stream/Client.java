package pro.cryptotrader.simulator.stream;

import io.vertx.core.http.ServerWebSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One connected client. Who reads too slowly is cut, so that nobody waits for him. */
final class Client {
    private static final int QUEUE_BYTES = 1 << 20;
    private static final short TOO_SLOW = 1008;
    private static final long PONG_WITHIN = 60_000;

    private final ServerWebSocket socket;
    private final boolean combined;
    private final Set<String> streams = ConcurrentHashMap.newKeySet();
    private volatile long lastPong;

    Client(ServerWebSocket socket, boolean combined, long wallMillis) {
        this.socket = socket;
        this.combined = combined;
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
        if (socket.isClosed()) {
            return;
        }
        if (socket.writeQueueFull()) {
            socket.close(TOO_SLOW, "too slow");
            return;
        }
        socket.writeTextMessage(text);
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
            socket.close(TOO_SLOW, "no pong");
        } else {
            socket.writePing(io.vertx.core.buffer.Buffer.buffer(Long.toString(wallMillis)));
        }
    }
}
