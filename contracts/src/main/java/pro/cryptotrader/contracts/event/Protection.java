package pro.cryptotrader.contracts.event;

import pro.cryptotrader.contracts.value.Price;

/**
 * Where a long position is left.
 *
 * @param stopLoss below the entry
 * @param takeProfit above the entry
 */
public record Protection(Price stopLoss, Price takeProfit) {
    public Protection {
        if (!stopLoss.isBelow(takeProfit)) {
            throw new IllegalArgumentException(
                    "the stop-loss %s must lie below the take-profit %s"
                            .formatted(stopLoss, takeProfit));
        }
    }
}
