package pro.cryptotrader.core.engine;

import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.ExitRequested;

/** Looks after an open position at every close, beside its protection at the venue. */
@FunctionalInterface
public interface ExitRule {
    /**
     * Whether to leave.
     *
     * @param entry what the position was bought at, before commissions
     * @param close where the candle has closed
     * @return why it is to be left; null to stay
     */
    ExitRequested.@Nullable Reason review(double entry, double close);
}
