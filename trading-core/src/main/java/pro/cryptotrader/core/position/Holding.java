package pro.cryptotrader.core.position;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.Protection;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Price;

/**
 * All that an account owns of one asset other than its quote asset: what its position holds, and
 * what is loose beside it (deposits, dust of earlier positions, coins that pay commissions).
 *
 * @param balance free and locked, position and loose together
 * @param looseBasis what the loose part counts as having cost: its worth when it came in
 * @param mark the latest bid; null until one is known, and the asset then counts for nothing
 * @param position the latest position, closed or not; null when there never was one
 * @param stopLoss where a stop-loss order rests
 * @param takeProfit where a take-profit order rests
 */
public record Holding(
        Asset asset,
        BigDecimal balance,
        BigDecimal looseBasis,
        @Nullable Price mark,
        @Nullable Position position,
        @Nullable Leg stopLoss,
        @Nullable Leg takeProfit) {

    /** A protective order and its price. */
    public record Leg(OrderId orderId, Price price) {}

    static Holding empty(Asset asset) {
        return new Holding(asset, BigDecimal.ZERO, BigDecimal.ZERO, null, null, null, null);
    }

    /** The open position; null when there is none. */
    public @Nullable Position openPosition() {
        return position != null && position.isOpen() ? position : null;
    }

    /** Units that belong to no position. */
    public BigDecimal loose() {
        return position == null ? balance : balance.subtract(position.quantity());
    }

    public BigDecimal worth() {
        return worthOf(balance);
    }

    BigDecimal worthOf(BigDecimal units) {
        return mark == null ? BigDecimal.ZERO : units.multiply(mark.value());
    }

    /** Worth less cost, position and loose together. */
    public BigDecimal unrealised() {
        var cost = position == null ? looseBasis : looseBasis.add(position.cost());
        return worth().subtract(cost);
    }

    /** Where the position is left; null unless both orders rest and make sense together. */
    public @Nullable Protection protection() {
        return stopLoss != null
                        && takeProfit != null
                        && stopLoss.price().isBelow(takeProfit.price())
                ? new Protection(stopLoss.price(), takeProfit.price())
                : null;
    }

    Holding withMark(Price newMark) {
        return new Holding(asset, balance, looseBasis, newMark, position, stopLoss, takeProfit);
    }

    Holding with(BigDecimal newBalance, BigDecimal newLooseBasis, @Nullable Position newPosition) {
        return new Holding(
                asset, newBalance, newLooseBasis, mark, newPosition, stopLoss, takeProfit);
    }

    Holding withPosition(Position newPosition) {
        return with(balance, looseBasis, newPosition);
    }

    Holding withLegs(@Nullable Leg newStopLoss, @Nullable Leg newTakeProfit) {
        return new Holding(asset, balance, looseBasis, mark, position, newStopLoss, newTakeProfit);
    }
}
