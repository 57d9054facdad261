package pro.cryptotrader.binance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A request that the venue did not simply answer. */
public final class VenueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient VenueError error;
    private final @Nullable Instant latestEntry;

    VenueException(VenueError error, @Nullable Instant latestEntry, @Nullable Throwable cause) {
        super(
                "%s: HTTP %d, code %d, %s"
                        .formatted(error.kind(), error.httpStatus(), error.code(), error.message()),
                cause);
        this.error = error;
        this.latestEntry = latestEntry;
    }

    public VenueError error() {
        return error;
    }

    /**
     * The venue's wall time until which the request may still enter the matching engine; null when
     * it never left us.
     */
    public @Nullable Instant latestEntry() {
        return latestEntry;
    }
}
