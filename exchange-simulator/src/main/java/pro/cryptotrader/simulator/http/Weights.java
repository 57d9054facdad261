package pro.cryptotrader.simulator.http;

import java.util.HashMap;
import java.util.Map;

/** Counts what was used in the clock's current window, per name. */
final class Weights {
    private final long windowMillis;
    private final Map<String, Integer> used = new HashMap<>();
    private long window;

    Weights(long windowMillis) {
        this.windowMillis = windowMillis;
    }

    /** Adds {@code weight} and says how much that makes. */
    synchronized int add(String name, int weight, long wallMillis) {
        var current = wallMillis / windowMillis;
        if (current != window) {
            window = current;
            used.clear();
        }
        return used.merge(name, weight, Integer::sum);
    }
}
