package pro.cryptotrader.core.position;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.ExitRequested;
import pro.cryptotrader.contracts.event.OrderRole;
import pro.cryptotrader.contracts.event.PositionChanged.Status;
import pro.cryptotrader.contracts.value.DeterministicId;
import pro.cryptotrader.contracts.value.Price;

/**
 * What was bought of one symbol since it was last empty. Amounts are in the account's quote asset.
 *
 * @param id counts the symbol's positions, from 1
 * @param quantity held; after the close what was too small to be sold
 * @param cost what {@code quantity} cost, commissions included
 * @param received all that was ever bought for it, less commissions in the asset itself
 * @param invested what {@code received} cost, commissions included
 * @param realised proceeds of what was sold less what it cost, after all commissions
 * @param fees all commissions, those in other assets at their mark
 * @param exitEpoch the engine's latest epoch in which it was told to go; 0 for none
 */
public record Position(
        long id,
        Status status,
        BigDecimal quantity,
        BigDecimal cost,
        BigDecimal received,
        BigDecimal invested,
        BigDecimal realised,
        BigDecimal fees,
        boolean dust,
        long exitEpoch,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable OrderRole closedBy) {

    /** Average costs that do not come out even are rounded here; what is left keeps the rest. */
    static final int COST_SCALE = 16;

    private static final int PRICE_DIGITS = 8;

    static Position opened(long id, Instant at) {
        var zero = BigDecimal.ZERO;
        return new Position(
                id, Status.OPEN, zero, zero, zero, zero, zero, zero, false, 0, at, null, null);
    }

    public boolean isOpen() {
        return status == Status.OPEN;
    }

    /** What one unit cost: of those still held, or of all once it is closed; 8 digits. */
    public Price averageEntry() {
        boolean held = isOpen() && quantity.signum() != 0;
        var units = held ? quantity : received;
        return new Price(
                units.signum() == 0
                        ? BigDecimal.ZERO
                        : (held ? cost : invested)
                                .divide(units, PRICE_DIGITS, RoundingMode.HALF_EVEN));
    }

    /** What {@code part} of {@code whole} cost, by average; all of it cost all of the cost. */
    static BigDecimal share(BigDecimal cost, BigDecimal part, BigDecimal whole) {
        if (part.signum() == 0) {
            return BigDecimal.ZERO;
        }
        return part.compareTo(whole) == 0
                ? cost
                : cost.multiply(part).divide(whole, COST_SCALE, RoundingMode.HALF_EVEN);
    }

    /** {@code a + b}, the very same digits: nothing is made where one of them is a plain zero. */
    static BigDecimal plus(BigDecimal a, BigDecimal b) {
        if (a.signum() == 0 && a.scale() <= b.scale()) {
            return b;
        }
        return b.signum() == 0 ? minus(a, b) : a.add(b);
    }

    /** {@code a - b}, the very same digits. */
    static BigDecimal minus(BigDecimal a, BigDecimal b) {
        return b.signum() == 0 && b.scale() <= a.scale() ? a : a.subtract(b);
    }

    /**
     * An exit request's event id: named by what it is about, so that said twice it is still one.
     */
    public static UUID exitId(ExitRequested exit, long epoch) {
        return DeterministicId.root(
                "exit|"
                        + exit.reason()
                        + "|"
                        + exit.account()
                        + "|"
                        + exit.symbol()
                        + "|"
                        + exit.positionId()
                        + "|"
                        + epoch);
    }

    Position bought(BigDecimal units, BigDecimal paid, BigDecimal fee) {
        return with(
                plus(quantity, units),
                plus(cost, paid),
                plus(received, units),
                plus(invested, paid),
                realised,
                plus(fees, fee));
    }

    /** {@code taken} leaves and brings {@code proceeds}, commissions already taken off. */
    Position sold(BigDecimal taken, BigDecimal proceeds, BigDecimal fee) {
        var costOut = share(cost, taken, quantity);
        return with(
                quantity.subtract(taken),
                cost.subtract(costOut),
                received,
                invested,
                plus(realised, proceeds).subtract(costOut),
                plus(fees, fee));
    }

    Position closed(boolean left, Instant at, @Nullable OrderRole by) {
        return new Position(
                id,
                Status.CLOSED,
                quantity,
                cost,
                received,
                invested,
                realised,
                fees,
                left,
                exitEpoch,
                openedAt,
                closedAt == null ? at : closedAt,
                closedBy == null ? by : closedBy);
    }

    Position toldToGo(long epoch) {
        return new Position(
                id, status, quantity, cost, received, invested, realised, fees, dust, epoch,
                openedAt, closedAt, closedBy);
    }

    private Position with(
            BigDecimal newQuantity,
            BigDecimal newCost,
            BigDecimal newReceived,
            BigDecimal newInvested,
            BigDecimal newRealised,
            BigDecimal newFees) {
        return new Position(
                id,
                status,
                newQuantity,
                newCost,
                newReceived,
                newInvested,
                newRealised,
                newFees,
                dust,
                exitEpoch,
                openedAt,
                closedAt,
                closedBy);
    }
}
