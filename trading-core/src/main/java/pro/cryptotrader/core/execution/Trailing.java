package pro.cryptotrader.core.execution;

import java.math.BigDecimal;
import java.util.Optional;
import pro.cryptotrader.contracts.event.Protection;

/** Stop-losses that follow the price: they rest and move at the venue, whether we live or not. */
final class Trailing {
    private Trailing() {}

    /** Why an entry's stop-loss may not trail as it is meant to; empty when it may, or does not. */
    static Optional<String> objection(Protection protection, Abilities abilities) {
        var bips = protection.trailingBips();
        return bips == null || abilities.canTrailBy(bips)
                ? Optional.empty()
                : Optional.of(
                        "the stop-loss is to follow at %d hundredths of a per cent, and the venue allows %d to %d"
                                .formatted(
                                        bips,
                                        abilities.leastTrailingBips(),
                                        abilities.mostTrailingBips()));
    }

    /**
     * A protection that is placed once more. A stop-loss that follows begins anew at the market's
     * price; where that would be below its first place, or is not possible, it stands there still.
     */
    static Protection again(Protection protection, Terms terms) {
        var bips = protection.trailingBips();
        var last = terms.lastPrice();
        if (bips == null) {
            return protection;
        }
        var isHigher =
                last != null
                        && !last.plusPercent(BigDecimal.valueOf(-bips, 2))
                                .isBelow(protection.stopLoss());
        return isHigher && terms.abilities().canTrailBy(bips)
                ? protection
                : new Protection(
                        protection.stopLoss(), protection.takeProfit(), null, protection.part());
    }
}
