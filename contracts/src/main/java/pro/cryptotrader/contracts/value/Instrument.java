package pro.cryptotrader.contracts.value;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What the venue says about a symbol, and the one place where a computed number becomes an order's
 * price or quantity.
 *
 * @param tickSize prices are multiples of it; above zero
 * @param stepSize quantities are multiples of it; above zero
 * @param minQuantity the smallest order
 * @param maxQuantity the largest order
 * @param minNotional the least an order may be worth, in the quote asset
 * @param tradable whether the venue takes new orders on it now
 */
public record Instrument(
        Symbol symbol,
        BigDecimal tickSize,
        BigDecimal stepSize,
        Quantity minQuantity,
        Quantity maxQuantity,
        Money minNotional,
        boolean tradable) {
    public Instrument {
        tickSize = Decimals.canonical(tickSize);
        stepSize = Decimals.canonical(stepSize);
        if (tickSize.signum() <= 0 || stepSize.signum() <= 0) {
            throw new IllegalArgumentException(
                    "%s: tick and step size are above zero, not %s and %s"
                            .formatted(symbol, tickSize.toPlainString(), stepSize.toPlainString()));
        }
    }

    /** The nearest tradable price at or below {@code price}. */
    public Price floor(Price price) {
        return new Price(multiple(price.value(), tickSize, RoundingMode.FLOOR));
    }

    /** The nearest tradable price at or above {@code price}. */
    public Price ceiling(Price price) {
        return new Price(multiple(price.value(), tickSize, RoundingMode.CEILING));
    }

    /**
     * The largest tradable quantity that is not more than {@code quantity}; zero when there is
     * none.
     */
    public Quantity floor(Quantity quantity) {
        var floored =
                new Quantity(
                        multiple(quantity.min(maxQuantity).value(), stepSize, RoundingMode.FLOOR));
        return floored.compareTo(minQuantity) < 0 ? Quantity.ZERO : floored;
    }

    /** Whether an order of {@code quantity} at {@code price} is worth enough for the venue. */
    public boolean isWorthTrading(Price price, Quantity quantity) {
        return quantity.isPositive()
                && price.value().multiply(quantity.value()).compareTo(minNotional.value()) >= 0;
    }

    private static BigDecimal multiple(BigDecimal value, BigDecimal unit, RoundingMode rounding) {
        boolean isPowerOfTen = unit.precision() == 1 && Decimals.digits(unit) == 1;
        return isPowerOfTen
                ? value.setScale(unit.scale(), rounding)
                : value.divide(unit, 0, rounding).multiply(unit);
    }
}
