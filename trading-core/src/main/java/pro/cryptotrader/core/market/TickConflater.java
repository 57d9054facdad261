package pro.cryptotrader.core.market;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.Tick;
import pro.cryptotrader.contracts.value.Price;

/**
 * Which ticks of a symbol are worth telling: the first, one that moved the bid, the ask or the last
 * price by enough, and one after a while in any case.
 *
 * @param minimumMovePct least movement since the last told tick, in per cent; 0 tells every change
 * @param maximumSilence market time after which any tick is told
 */
public record TickConflater(BigDecimal minimumMovePct, Duration maximumSilence) {
    public TickConflater {
        if (minimumMovePct.signum() < 0 || maximumSilence.isNegative() || maximumSilence.isZero()) {
            throw new IllegalArgumentException(
                    "the least movement is 0 %% or more and the longest silence above zero, not %s %% and %s"
                            .formatted(minimumMovePct.toPlainString(), maximumSilence));
        }
    }

    /**
     * Whether {@code tick} is told.
     *
     * @param told the last tick that was told; null when there is none
     */
    public boolean tells(@Nullable Tick told, Tick tick) {
        if (told == null) {
            return true;
        }
        if (tick.tradeId() < told.tradeId() || tick.at().isBefore(told.at())) {
            return false;
        }
        return Duration.between(told.at(), tick.at()).compareTo(maximumSilence) >= 0
                || moved(told.last(), tick.last())
                || moved(told.bid(), tick.bid())
                || moved(told.ask(), tick.ask());
    }

    private boolean moved(Price from, Price to) {
        var move = to.value().subtract(from.value()).abs();
        return move.signum() > 0
                && move.movePointRight(2).compareTo(from.value().multiply(minimumMovePct)) >= 0;
    }
}
