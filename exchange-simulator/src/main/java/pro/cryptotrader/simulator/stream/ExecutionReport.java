package pro.cryptotrader.simulator.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import pro.cryptotrader.simulator.matching.Amounts;
import pro.cryptotrader.simulator.matching.Fact;
import pro.cryptotrader.simulator.matching.Order;
import pro.cryptotrader.simulator.matching.OrderTerms;

/** The event {@code executionReport}. */
final class ExecutionReport {
    private static final String NOTHING = Amounts.text(0);

    private ExecutionReport() {}

    /** Something happened to an order. */
    static ObjectNode of(Fact.OrderChanged changed) {
        var order = changed.order();
        var terms = order.terms();
        var canceled = changed.execution() == Fact.Execution.CANCELED;
        var node =
                terms(
                                changed.time(),
                                terms,
                                canceled ? order.cancelId() : terms.clientOrderId(),
                                order.listId(),
                                canceled ? terms.clientOrderId() : "")
                        .put("x", changed.execution().name())
                        .put("X", order.status().name())
                        .put("r", "NONE")
                        .put("i", order.id());
        fill(node, changed);
        node.put("z", Amounts.text(order.executed()))
                .put("T", changed.time())
                .put("I", changed.executionId())
                .put("w", order.onBook() && order.open())
                .put("M", false)
                .put("O", order.time())
                .put("Z", Amounts.text(order.executedQuote()))
                .put("Q", Amounts.text(terms.quoteQuantity()))
                .put("V", terms.selfTradePrevention());
        conditional(node, order);
        prevention(node, changed);
        return node;
    }

    /**
     * An order was refused that never was: it has no number, and neither has the execution, as it
     * was seen at Binance.
     */
    static ObjectNode of(Fact.OrderRejected rejected) {
        var terms = rejected.terms();
        var node =
                terms(rejected.time(), terms, terms.clientOrderId(), -1, "")
                        .put("x", "REJECTED")
                        .put("X", "REJECTED")
                        .put("r", reason(rejected.message()))
                        .put("i", -1)
                        .put("l", NOTHING)
                        .put("L", NOTHING)
                        .put("n", "0")
                        .putNull("N")
                        .put("t", -1)
                        .put("m", false)
                        .put("Y", NOTHING)
                        .put("z", NOTHING)
                        .put("T", rejected.time())
                        .put("I", -1)
                        .put("w", false)
                        .put("M", false)
                        .put("O", rejected.time())
                        .put("Z", NOTHING)
                        .put("Q", Amounts.text(terms.quoteQuantity()))
                        .put("V", terms.selfTradePrevention());
        strategy(node, terms);
        return node;
    }

    /** Binance's reject reason for one of its messages; other messages have none. */
    private static String reason(String message) {
        return switch (message) {
            case "Account has insufficient balance for requested action." ->
                    "INSUFFICIENT_BALANCES";
            case "Order would trigger immediately." -> "STOP_PRICE_WOULD_TRIGGER_IMMEDIATELY";
            case "Order would immediately match and take." -> "WOULD_MATCH_IMMEDIATELY";
            case "The relationship of the prices for the orders is not correct." ->
                    "OCO_BAD_PRICES";
            default -> "NONE";
        };
    }

    private static ObjectNode terms(
            long time, OrderTerms terms, String clientId, long listId, String canceledId) {
        return UserEvents.head("executionReport", time)
                .put("s", terms.symbol())
                .put("c", clientId)
                .put("S", terms.side().name())
                .put("o", terms.type().name())
                .put("f", terms.timeInForce().name())
                .put("q", Amounts.text(terms.quantity()))
                .put("p", Amounts.text(terms.price()))
                .put("P", Amounts.text(terms.stopPrice()))
                .put("F", Amounts.text(terms.icebergQuantity()))
                .put("g", listId)
                .put("C", canceledId);
    }

    private static void fill(ObjectNode node, Fact.OrderChanged changed) {
        var fill = changed.fill();
        node.put("l", Amounts.text(fill == null ? 0 : fill.quantity()))
                .put("L", Amounts.text(fill == null ? 0 : fill.price()))
                .put("n", fill == null ? "0" : Amounts.text(fill.fee()))
                .put("N", fill == null ? null : fill.feeAsset())
                .put("t", fill == null ? -1 : fill.tradeId())
                .put("m", fill != null && fill.maker())
                .put("Y", Amounts.text(fill == null ? 0 : fill.quote()));
    }

    private static void prevention(ObjectNode node, Fact.OrderChanged changed) {
        var order = changed.order();
        if (order.progress().prevented() > 0) {
            node.put("v", order.progress().preventedMatchId())
                    .put("A", Amounts.text(order.progress().prevented()));
        }
        var prevention = changed.prevention();
        if (prevention != null) {
            var quote = Amounts.multiply(prevention.price(), prevention.quantity());
            node.put("B", Amounts.text(prevention.lostBy(order.id())))
                    .put("u", prevention.tradeGroup())
                    .put("U", prevention.counter(order.id()))
                    .put("Cs", prevention.symbol())
                    .put("pl", Amounts.text(prevention.quantity()))
                    .put("pL", Amounts.text(prevention.price()))
                    .put("pY", Amounts.text(quote));
        }
    }

    private static void conditional(ObjectNode node, Order order) {
        var terms = order.terms();
        if (terms.trailing()) {
            node.put("d", terms.trailingDelta()).put("D", order.station().trailingTime());
        }
        strategy(node, terms);
        if (order.workingTime() >= 0) {
            node.put("W", order.workingTime());
        }
        if (!order.endReason().isEmpty()) {
            node.put("eR", order.endReason());
        }
    }

    private static void strategy(ObjectNode node, OrderTerms terms) {
        var strategy = terms.strategy();
        if (strategy != null && strategy.id() != null) {
            node.put("j", strategy.id());
        }
        if (strategy != null && strategy.type() != null) {
            node.put("J", strategy.type());
        }
    }
}
