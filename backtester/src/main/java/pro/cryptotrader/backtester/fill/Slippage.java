package pro.cryptotrader.backtester.fill;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import pro.cryptotrader.core.execution.Execution;

/** What spread and slippage cost each trade, until somebody asks. */
public final class Slippage {
    private final Map<Long, BigDecimal> costs = new HashMap<>();

    void note(Execution execution, long distance, int decimals) {
        if (distance != 0) {
            costs.put(
                    execution.tradeId(),
                    BigDecimal.valueOf(distance, decimals).multiply(execution.quantity().value()));
        }
    }

    /** The cost of a trade in the quote asset; asked once. */
    public BigDecimal take(long tradeId) {
        var cost = costs.isEmpty() ? null : costs.remove(tradeId);
        return cost == null ? BigDecimal.ZERO : cost;
    }
}
