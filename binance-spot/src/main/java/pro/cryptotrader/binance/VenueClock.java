package pro.cryptotrader.binance;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The venue's wall clock: ours and the offset that was measured last. */
public final class VenueClock implements InstantSource {
    private final InstantSource local;
    private volatile Duration offset = Duration.ZERO;

    public VenueClock(InstantSource local) {
        this.local = local;
    }

    @Override
    public Instant instant() {
        return local.instant().plus(offset);
    }

    /** How far the venue's clock is ahead of ours. */
    public Duration offset() {
        return offset;
    }

    /** Takes over what the venue said its time was somewhere between two of our moments. */
    void measured(Instant before, Instant venue, Instant after) {
        var middle = before.plus(Duration.between(before, after).dividedBy(2));
        offset = Duration.between(middle, venue);
    }

    Instant local() {
        return local.instant();
    }
}
