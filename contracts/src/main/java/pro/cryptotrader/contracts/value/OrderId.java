package pro.cryptotrader.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Names one order of ours for life. It is a function of what caused the order, so a restart
 * computes the same id; its dashless form is the client order id that the venue sees.
 */
public record OrderId(UUID value) implements Comparable<OrderId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static OrderId of(String text) {
        return new OrderId(UUID.fromString(text));
    }

    /**
     * The order that {@code cause} (a verdict, an exit request or another order) gives rise to
     * under {@code name}.
     */
    public static OrderId from(UUID cause, String name) {
        return new OrderId(DeterministicId.of(cause, name));
    }

    /** A further order that belongs to this one, such as its stop-loss. */
    public OrderId leg(String name) {
        return from(value, name);
    }

    /** 32 hexadecimal digits: fits the venue's {@code ^[a-zA-Z0-9-_]{1,36}$}. */
    public String clientOrderId() {
        return value.toString().replace("-", "");
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return this == object || (object instanceof OrderId other && value.equals(other.value));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(OrderId other) {
        return value.compareTo(other.value);
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
