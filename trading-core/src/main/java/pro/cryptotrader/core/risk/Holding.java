package pro.cryptotrader.core.risk;

import pro.cryptotrader.contracts.event.PositionChanged;
import pro.cryptotrader.contracts.value.Quantity;

/**
 * What risk needs to know of the latest position in one symbol.
 *
 * @param positionId counts the account's positions in the symbol
 * @param open whether anything is held that can be sold
 * @param quantity what is held
 */
public record Holding(long positionId, boolean open, Quantity quantity) {
    static Holding of(PositionChanged changed) {
        return new Holding(
                changed.positionId(),
                changed.status() == PositionChanged.Status.OPEN,
                changed.quantity());
    }
}
