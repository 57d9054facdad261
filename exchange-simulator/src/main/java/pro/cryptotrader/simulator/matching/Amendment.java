package pro.cryptotrader.simulator.matching;

/** An order became smaller in place; quantities in 1e-8. */
public record Amendment(
        String symbol,
        long orderId,
        long executionId,
        String clientOrderIdBefore,
        String clientOrderId,
        long quantityBefore,
        long quantity,
        long time) {}
