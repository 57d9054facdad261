package pro.cryptotrader.simulator.http;

import java.util.Optional;
import pro.cryptotrader.simulator.matching.Refusal;

/** startTime and endTime, both inclusive, at most a day apart. */
record Period(Optional<Long> start, Optional<Long> end) {
    private static final long DAY = 24 * 3600 * 1000L;

    static Period of(Params params) {
        var period = new Period(params.number("startTime"), params.number("endTime"));
        if (period.start.isPresent()
                && period.end.isPresent()
                && period.end.get() - period.start.get() > DAY) {
            throw new Refusal(-1127, "More than 24 hours between startTime and endTime.");
        }
        return period;
    }

    boolean given() {
        return start.isPresent() || end.isPresent();
    }

    /** The newest are wanted then. */
    boolean endsOnly() {
        return start.isEmpty() && end.isPresent();
    }

    boolean contains(long time) {
        return time >= start.orElse(Long.MIN_VALUE) && time <= end.orElse(Long.MAX_VALUE);
    }
}
