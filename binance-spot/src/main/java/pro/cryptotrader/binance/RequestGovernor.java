package pro.cryptotrader.binance;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps us within the venue's request weight: no request before Retry-After, and when the minute's
 * weight is nearly used only what moves orders goes out. One per key and address.
 */
public final class RequestGovernor {
    /** Half of the documented 6,000 per minute: an address may be shared. */
    private static final int QUESTIONS_LIMIT = 3_000;

    private final InstantSource clock;
    private Instant closedUntil = Instant.MIN;
    private Instant minute = Instant.MIN;
    private int used;

    public RequestGovernor(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Whether a request may go out now.
     *
     * @param urgent whether it moves orders; questions wait first
     * @return how long to wait; empty when it may go
     */
    synchronized Optional<Duration> admit(int weight, boolean urgent) {
        var now = clock.instant();
        if (now.isBefore(closedUntil)) {
            return Optional.of(Duration.between(now, closedUntil));
        }
        var thisMinute = now.truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
        if (!thisMinute.equals(minute)) {
            minute = thisMinute;
            used = 0;
        }
        if (!urgent && used + weight > QUESTIONS_LIMIT) {
            return Optional.of(Duration.between(now, minute.plus(Duration.ofMinutes(1))));
        }
        used += weight;
        return Optional.empty();
    }

    /** The venue's own count of this minute's weight. */
    synchronized void used(@Nullable String header) {
        if (header != null && header.chars().allMatch(Character::isDigit) && !header.isEmpty()) {
            used = Math.max(used, Integer.parseInt(header));
        }
    }

    synchronized void stayAway(Duration duration) {
        var until = clock.instant().plus(duration);
        if (until.isAfter(closedUntil)) {
            closedUntil = until;
        }
    }
}
