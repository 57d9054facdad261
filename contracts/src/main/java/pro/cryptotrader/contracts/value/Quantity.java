package pro.cryptotrader.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An amount of the base asset; exact, never negative. */
public record Quantity(BigDecimal value) implements Comparable<Quantity> {
    public static final Quantity ZERO = new Quantity(BigDecimal.ZERO);

    public Quantity {
        value = Decimals.canonical(value);
        if (value.signum() < 0) {
            throw new IllegalArgumentException(
                    "a quantity is zero or more, not " + value.toPlainString());
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Quantity of(String text) {
        return new Quantity(Decimals.parse("a quantity", text));
    }

    public Quantity plus(Quantity other) {
        return new Quantity(value.add(other.value));
    }

    /**
     * This less {@code other}.
     *
     * @throws IllegalArgumentException when {@code other} is larger
     */
    public Quantity minus(Quantity other) {
        return new Quantity(value.subtract(other.value));
    }

    public Quantity min(Quantity other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    public boolean isPositive() {
        return value.signum() > 0;
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return this == object || (object instanceof Quantity other && value.equals(other.value));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(Quantity other) {
        return value.compareTo(other.value);
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toPlainString();
    }
}
