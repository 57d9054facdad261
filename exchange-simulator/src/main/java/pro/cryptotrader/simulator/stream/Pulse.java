package pro.cryptotrader.simulator.stream;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Whether a socket may live on: it answers its pings and is not too old. Times are wall time. */
final class Pulse {
    private final StreamSettings settings;
    private final long born;
    private final Deque<String> unanswered = new ArrayDeque<>();
    private long lastAnswer;

    Pulse(StreamSettings settings, long wallMillis) {
        this.settings = settings;
        born = wallMillis;
        lastAnswer = wallMillis;
    }

    /** When the socket was opened. */
    long born() {
        return born;
    }

    /** The payload of the next ping; empty if the socket is to be cut. */
    synchronized Optional<String> ping(long wallMillis) {
        var quiet = wallMillis - lastAnswer;
        if (quiet > settings.pong().plus(settings.ping()).toMillis()
                || wallMillis - born >= settings.lifetime().toMillis()) {
            return Optional.empty();
        }
        var payload = Long.toString(wallMillis);
        unanswered.add(payload);
        return Optional.of(payload);
    }

    /** Only a ping's own payload answers it, and those before it. */
    synchronized void pong(String payload, long wallMillis) {
        if (unanswered.contains(payload)) {
            while (!payload.equals(unanswered.poll())) {
                // Answered too late to matter.
            }
            lastAnswer = wallMillis;
        }
    }
}
