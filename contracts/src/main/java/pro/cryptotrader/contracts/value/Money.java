package pro.cryptotrader.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A signed, exact amount of an account's quote asset (an account trades against one quote asset, so
 * the amount does not repeat it).
 */
public record Money(BigDecimal value) implements Comparable<Money> {
    public static final Money ZERO = new Money(BigDecimal.ZERO);

    public Money {
        value = Decimals.canonical(value);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Money of(String text) {
        return new Money(Decimals.parse("an amount of money", text));
    }

    public Money plus(Money other) {
        return new Money(value.add(other.value));
    }

    public Money minus(Money other) {
        return new Money(value.subtract(other.value));
    }

    public Money times(BigDecimal factor) {
        return new Money(value.multiply(factor));
    }

    /** {@code percent} per cent of this amount (1 = one per cent), exact. */
    public Money percent(BigDecimal percent) {
        return new Money(value.multiply(percent).scaleByPowerOfTen(-2));
    }

    /**
     * This amount in per cent of {@code whole}, to 16 digits, half even; {@code whole} must not be
     * zero.
     */
    public BigDecimal percentOf(Money whole) {
        return value.movePointRight(2)
                .divide(whole.value, new MathContext(16, RoundingMode.HALF_EVEN));
    }

    public Money negated() {
        return new Money(value.negate());
    }

    public Money max(Money other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public boolean isNegative() {
        return value.signum() < 0;
    }

    public boolean isPositive() {
        return value.signum() > 0;
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return this == object || (object instanceof Money other && value.equals(other.value));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(Money other) {
        return value.compareTo(other.value);
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toPlainString();
    }
}
