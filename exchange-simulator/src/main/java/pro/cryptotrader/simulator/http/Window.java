package pro.cryptotrader.simulator.http;

import java.util.HashMap;
import java.util.Map;

/**
 * Counts what was used in the clock's current window, per name; the windows begin at multiples of
 * their length.
 *
 * @param name as rate limits are called: {@code REQUEST_WEIGHT}, {@code RAW_REQUESTS}, {@code
 *     ORDERS}
 */
record Window(String name, String unit, int units, long millis, int limit, Counts counts) {

    private static final class Counts {
        private final Map<String, Integer> used = new HashMap<>();
        private long window;
    }

    Window(String name, String unit, int units, int limit) {
        this(name, unit, units, units * length(unit), limit, new Counts());
    }

    private static long length(String unit) {
        return switch (unit) {
            case "SECOND" -> 1000;
            case "MINUTE" -> 60_000;
            default -> 86_400_000;
        };
    }

    /** Adds {@code amount}, never below 0, and says how much that makes. */
    int add(String user, int amount, long wallMillis) {
        synchronized (counts) {
            turn(wallMillis);
            return counts.used.merge(
                    user, Math.max(0, amount), (a, _) -> Math.max(0, Math.addExact(a, amount)));
        }
    }

    int used(String user, long wallMillis) {
        return add(user, 0, wallMillis);
    }

    /** Whether {@code amount} more would be too much. */
    boolean exceeded(String user, int amount, long wallMillis) {
        return limit > 0 && used(user, wallMillis) + amount > limit;
    }

    private void turn(long wallMillis) {
        var current = wallMillis / millis;
        if (current != counts.window) {
            counts.window = current;
            counts.used.clear();
        }
    }

    /** Whole seconds until the next window, at least 1. */
    int secondsLeft(long wallMillis) {
        return (int) Math.ceilDiv(millis - wallMillis % millis, 1000L);
    }

    /** As the header {@code X-MBX-ORDER-COUNT-10S} is named. */
    String suffix() {
        return units + unit.substring(0, 1);
    }
}
