package pro.cryptotrader.binance;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps us within the venue's request weight: no request before Retry-After, and when the minute's
 * weight comes to its end questions wait first, then entries, then what resolves an unknown
 * outcome, exits last. One per key and address.
 */
public final class RequestGovernor {
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
     * @return how long to wait; empty when it may go
     */
    synchronized Optional<Duration> admit(int weight, Urgency urgency) {
        var now = clock.instant();
        if (now.isBefore(closedUntil)) {
            return Optional.of(Duration.between(now, closedUntil));
        }
        roll(now);
        if (used + weight > urgency.weightLimit) {
            return Optional.of(Duration.between(now, minute.plus(Duration.ofMinutes(1))));
        }
        used += weight;
        return Optional.empty();
    }

    /** The venue's own count of this minute's weight. */
    synchronized void used(@Nullable String header) {
        if (header != null && header.matches("\\d{1,9}")) {
            roll(clock.instant());
            used = Math.max(used, Integer.parseInt(header));
        }
    }

    private void roll(Instant now) {
        var thisMinute = now.truncatedTo(ChronoUnit.MINUTES);
        if (!thisMinute.equals(minute)) {
            minute = thisMinute;
            used = 0;
        }
    }

    synchronized void stayAway(Duration duration) {
        var until = clock.instant().plus(duration);
        if (until.isAfter(closedUntil)) {
            closedUntil = until;
        }
    }
}
