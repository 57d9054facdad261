package pro.cryptotrader.contracts.config;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.Decimals;
import pro.cryptotrader.contracts.value.Money;

/**
 * An account's limits. Percentages are per cent: 2 means 2 %.
 *
 * @param maxDailyLossPct entries end when equity has fallen this far since the start of the day
 * @param maxPositions most positions at once, entries on their way included
 * @param positionSizePct most that one position may be worth, of equity
 * @param stopLossPct distance of the stop-loss below the entry
 * @param takeProfitPct distance of the take-profit above the entry
 * @param minimumBalance cash that an entry must leave untouched
 * @param trailingStopPct distance at which the stop-loss follows the highest price, in place of
 *     {@code stopLossPct}; null for one that stands still
 * @param partialTakeProfitPct distance above the entry at which a part is sold; null for never
 * @param partialTakeProfitSharePct how large that part is, of the position; null for half
 */
public record RiskConfig(
        BigDecimal maxDailyLossPct,
        int maxPositions,
        BigDecimal positionSizePct,
        BigDecimal stopLossPct,
        BigDecimal takeProfitPct,
        Money minimumBalance,
        @Nullable BigDecimal trailingStopPct,
        @Nullable BigDecimal partialTakeProfitPct,
        @Nullable BigDecimal partialTakeProfitSharePct) {
    private static final BigDecimal HALF = BigDecimal.valueOf(50);

    public RiskConfig {
        maxDailyLossPct = Decimals.canonical(maxDailyLossPct);
        positionSizePct = Decimals.canonical(positionSizePct);
        stopLossPct = Decimals.canonical(stopLossPct);
        takeProfitPct = Decimals.canonical(takeProfitPct);
        trailingStopPct = canonical(trailingStopPct);
        partialTakeProfitPct = canonical(partialTakeProfitPct);
        partialTakeProfitSharePct = canonical(partialTakeProfitSharePct);
    }

    /** With a stop-loss that stands still, and everything sold at once. */
    public RiskConfig(
            BigDecimal maxDailyLossPct,
            int maxPositions,
            BigDecimal positionSizePct,
            BigDecimal stopLossPct,
            BigDecimal takeProfitPct,
            Money minimumBalance) {
        this(
                maxDailyLossPct,
                maxPositions,
                positionSizePct,
                stopLossPct,
                takeProfitPct,
                minimumBalance,
                null,
                null,
                null);
    }

    private static @Nullable BigDecimal canonical(@Nullable BigDecimal value) {
        return value == null ? null : Decimals.canonical(value);
    }

    /** How far below the entry the stop-loss begins. */
    @JsonIgnore
    public BigDecimal firstStopPct() {
        return trailingStopPct == null ? stopLossPct : trailingStopPct;
    }

    /** The size of the part, whether it was said or not. */
    @JsonIgnore
    public BigDecimal partShare() {
        return partialTakeProfitSharePct == null ? HALF : partialTakeProfitSharePct;
    }
}
