package pro.cryptotrader.simulator.venue;

/**
 * Market time: {@code speed} times wall time while the process runs. A stretch in which the process
 * did not run (paused, swapped out) counts as a quarter of a second at most, so that the market
 * pauses with it.
 */
final class MarketClock {
    private static final long LONGEST_STEP_NANOS = 250_000_000;

    private double speed;
    private double now;
    private long lastNanos;
    private long stand = Long.MAX_VALUE;

    MarketClock(double speed, long startMillis, long nanos) {
        this.speed = speed;
        now = startMillis;
        lastNanos = nanos;
    }

    /** Advances to the wall's {@code nanos}. */
    void tick(long nanos) {
        var step = Math.clamp(nanos - lastNanos, 0, LONGEST_STEP_NANOS);
        lastNanos = nanos;
        now = Math.min(now + step / 1e6 * speed, Math.max(now, (double) stand));
    }

    /** Market time runs up to that moment and stands there; whoever is later stands at once. */
    void standAt(long millis) {
        stand = millis;
    }

    /** Market time is at least that. */
    void reach(long millis) {
        now = Math.max(now, (double) millis);
    }

    long millis() {
        return (long) now;
    }

    double speed() {
        return speed;
    }

    void speed(double changed) {
        speed = changed;
    }
}
