package pro.cryptotrader.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What one unit of the base asset costs in the quote asset; exact, never negative. */
public record Price(BigDecimal value) implements Comparable<Price> {
    public Price {
        value = Decimals.canonical(value);
        if (value.signum() < 0) {
            throw new IllegalArgumentException(
                    "a price is zero or more, not " + value.toPlainString());
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Price of(String text) {
        return new Price(Decimals.parse("a price", text));
    }

    /** The exact worth of {@code quantity} at this price. */
    public Money times(Quantity quantity) {
        return new Money(value.multiply(quantity.value()));
    }

    /** This price moved by {@code percent} (1 = one per cent; negative moves down), exact. */
    public Price plusPercent(BigDecimal percent) {
        return new Price(value.add(value.multiply(percent).scaleByPowerOfTen(-2)));
    }

    /**
     * How far {@code other} lies from this price in percent of this price, signed, to 16 digits,
     * half even.
     */
    public BigDecimal percentTo(Price other) {
        return other.value
                .subtract(value)
                .movePointRight(2)
                .divide(value, new MathContext(16, RoundingMode.HALF_EVEN));
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    public boolean isAbove(Price other) {
        return compareTo(other) > 0;
    }

    public boolean isBelow(Price other) {
        return compareTo(other) < 0;
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return this == object || (object instanceof Price other && value.equals(other.value));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(Price other) {
        return value.compareTo(other.value);
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toPlainString();
    }
}
