package pro.cryptotrader.binance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A request that the venue did not simply answer. */
public final class VenueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient VenueError error;
    private final @Nullable Instant latestEntry;
    private final transient @Nullable JsonNode data;

    VenueException(VenueError error, @Nullable Instant latestEntry, @Nullable Throwable cause) {
        this(error, latestEntry, null, cause);
    }

    VenueException(
            VenueError error,
            @Nullable Instant latestEntry,
            @Nullable JsonNode data,
            @Nullable Throwable cause) {
        super(
                "%s: HTTP %d, code %d, %s"
                        .formatted(error.kind(), error.httpStatus(), error.code(), error.message()),
                cause);
        this.error = error;
        this.latestEntry = latestEntry;
        this.data = data;
    }

    /** What the answer says about the halves of a request that does two things; null for others. */
    @Nullable JsonNode data() {
        return data;
    }

    /** The same request, of which this is known by now. */
    VenueException because(VenueError known) {
        return new VenueException(known, latestEntry, null, this);
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
