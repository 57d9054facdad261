package pro.cryptotrader.contracts.config;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The numbers that are allowed, both ends included; {@code most} is null where there is no end. */
record Range(BigDecimal least, @Nullable BigDecimal most) {

    static Range of(String least, String most) {
        return new Range(new BigDecimal(least), new BigDecimal(most));
    }

    static Range atLeast(String least) {
        return new Range(new BigDecimal(least), null);
    }

    boolean contains(BigDecimal value) {
        return value.compareTo(least) >= 0 && (most == null || value.compareTo(most) <= 0);
    }

    @Override
    public String toString() {
        return most == null ? least + " or more" : least + " to " + most;
    }
}
