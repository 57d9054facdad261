package pro.cryptotrader.core.risk;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.Denial;
import pro.cryptotrader.contracts.event.RiskCheck;

/**
 * What a rule found.
 *
 * @param denial null when it passed
 */
public record Finding(RiskCheck check, @Nullable Denial denial) {
    /** The denial's words are only put together when they are needed. */
    static Finding of(
            String rule, boolean passed, String value, String limit, Supplier<Denial> denial) {
        return new Finding(new RiskCheck(rule, passed, value, limit), passed ? null : denial.get());
    }
}
