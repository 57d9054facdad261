package pro.cryptotrader.binance;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an account within its orders per ten seconds: entries stop at 80 % of them, so that exits
 * always find room. The venue's own count wins over ours.
 */
final class OrderQuota {
    /** The limit in the documents' samples; the venue's {@code exchangeInfo} may say another. */
    private static final int USUAL_LIMIT = 50;

    private static final long WINDOW_SECONDS = 10;

    private final InstantSource clock;
    private Instant window = Instant.MIN;
    private int limit = USUAL_LIMIT;
    private int used;

    OrderQuota(InstantSource clock) {
        this.clock = clock;
    }

    /** The venue's limit per ten seconds. */
    synchronized void limit(int orders) {
        limit = orders;
    }

    /** How long an entry has to wait; empty when it may go. */
    synchronized Optional<Duration> admit(Urgency urgency) {
        var now = clock.instant();
        roll(now);
        return urgency == Urgency.ENTRY && used * 5L >= limit * 4L
                ? Optional.of(Duration.between(now, window.plusSeconds(WINDOW_SECONDS)))
                : Optional.empty();
    }

    /** The venue's count of this window, as its answer to a placement tells it. */
    synchronized void used(@Nullable String header) {
        if (header != null && header.matches("\\d{1,9}")) {
            roll(clock.instant());
            used = Integer.parseInt(header);
        }
    }

    /** Windows are aligned to the venue's clock: :00, :10 and so on. */
    private void roll(Instant now) {
        var begin = Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), WINDOW_SECONDS) * 10);
        if (!begin.equals(window)) {
            window = begin;
            used = 0;
        }
    }
}
