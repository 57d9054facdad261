package pro.cryptotrader.contracts.event;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.Decimals;
import pro.cryptotrader.contracts.value.Price;

/**
 * Where a long position is left.
 *
 * @param stopLoss below the entry; where the stop begins if it trails
 * @param takeProfit above the entry
 * @param trailingBips how far the stop-loss follows below the highest price, in 0.01 %; null for
 *     one that stands still
 * @param part sold on its own on the way up; null when everything is sold at once
 */
public record Protection(
        Price stopLoss, Price takeProfit, @Nullable Integer trailingBips, @Nullable Part part) {
    private static final int WHOLE_BIPS = 10_000;

    public Protection {
        if (!stopLoss.isBelow(takeProfit)) {
            throw new IllegalArgumentException(
                    "the stop-loss %s must lie below the take-profit %s"
                            .formatted(stopLoss, takeProfit));
        }
        if (trailingBips != null && (trailingBips < 1 || trailingBips >= WHOLE_BIPS)) {
            throw new IllegalArgumentException(
                    "trailingBips is %d, but must be 1 to 9999".formatted(trailingBips));
        }
        if (part != null && !part.price().isBelow(takeProfit)) {
            throw new IllegalArgumentException(
                    "a part is to be sold at %s, but that must lie below the take-profit %s"
                            .formatted(part.price(), takeProfit));
        }
    }

    /** With a stop-loss that stands still, and everything sold at once. */
    public Protection(Price stopLoss, Price takeProfit) {
        this(stopLoss, takeProfit, null, null);
    }

    /**
     * A part of a position that is sold before the rest.
     *
     * @param price sold at the market once the bid has reached it
     * @param sharePct how much of the position, above 0 and below 100 per cent
     */
    public record Part(Price price, BigDecimal sharePct) {
        private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

        public Part {
            sharePct = Decimals.canonical(sharePct);
            if (sharePct.signum() <= 0 || sharePct.compareTo(WHOLE) >= 0) {
                throw new IllegalArgumentException(
                        "sharePct is %s, but must be above 0 and below 100".formatted(sharePct));
            }
        }
    }
}
