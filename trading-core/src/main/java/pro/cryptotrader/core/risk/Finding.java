package pro.cryptotrader.core.risk;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.Denial;
import pro.cryptotrader.contracts.event.RiskCheck;

/**
 * What a rule found. Words are only put together when somebody reads them.
 *
 * @param value what was found, as a person reads it
 * @param limit what is allowed, as a person reads it
 * @param denial null when it passed
 */
public record Finding(
        String rule, Supplier<String> value, Supplier<String> limit, @Nullable Denial denial) {
    static Finding of(
            String rule,
            boolean passed,
            Supplier<String> value,
            Supplier<String> limit,
            Supplier<Denial> denial) {
        return new Finding(rule, value, limit, passed ? null : denial.get());
    }

    /** The finding in words. */
    public RiskCheck check() {
        return new RiskCheck(rule, denial == null, value.get(), limit.get());
    }
}
