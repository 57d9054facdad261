package pro.cryptotrader.simulator.store;

import static pro.cryptotrader.simulator.store.FactJson.amount;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import pro.cryptotrader.simulator.matching.Amounts;
import pro.cryptotrader.simulator.matching.Order;
import pro.cryptotrader.simulator.matching.OrderStatus;
import pro.cryptotrader.simulator.matching.OrderTerms;
import pro.cryptotrader.simulator.matching.OrderType;
import pro.cryptotrader.simulator.matching.Role;
import pro.cryptotrader.simulator.matching.Side;
import pro.cryptotrader.simulator.matching.TimeInForce;

/** An order as the ledger writes it. */
final class OrderNode {
    private OrderNode() {}

    static ObjectNode write(Order order) {
        var terms = order.terms();
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", order.id())
                .put("account", order.account())
                .put("listId", order.listId())
                .put("role", order.role().name())
                .put("symbol", terms.symbol())
                .put("clientOrderId", terms.clientOrderId())
                .put("side", terms.side().name())
                .put("type", terms.type().name())
                .put("timeInForce", terms.timeInForce().name())
                .put("quantity", Amounts.text(terms.quantity()))
                .put("quoteQuantity", Amounts.text(terms.quoteQuantity()))
                .put("price", Amounts.text(terms.price()))
                .put("stopPrice", Amounts.text(terms.stopPrice()))
                .put("selfTradePrevention", terms.selfTradePrevention())
                .put("status", order.status().name())
                .put("executed", Amounts.text(order.executed()))
                .put("executedQuote", Amounts.text(order.executedQuote()))
                .put("fees", Amounts.text(order.fees()))
                .put("locked", Amounts.text(order.locked()))
                .put("reserved", Amounts.text(order.reserved()))
                .put("onBook", order.onBook())
                .put("time", order.time())
                .put("updateTime", order.updateTime())
                .put("workingTime", order.workingTime())
                .put("endReason", order.endReason())
                .put("cancelId", order.cancelId());
    }

    static Order read(JsonNode node) {
        var terms =
                new OrderTerms(
                        node.path("symbol").asText(),
                        node.path("clientOrderId").asText(),
                        Side.valueOf(node.path("side").asText()),
                        OrderType.valueOf(node.path("type").asText()),
                        TimeInForce.valueOf(node.path("timeInForce").asText()),
                        amount(node, "quantity"),
                        amount(node, "quoteQuantity"),
                        amount(node, "price"),
                        amount(node, "stopPrice"),
                        node.path("selfTradePrevention").asText());
        return new Order(
                node.path("id").asLong(),
                node.path("account").asText(),
                node.path("listId").asLong(),
                Role.valueOf(node.path("role").asText()),
                terms,
                OrderStatus.valueOf(node.path("status").asText()),
                amount(node, "executed"),
                amount(node, "executedQuote"),
                amount(node, "fees"),
                amount(node, "locked"),
                amount(node, "reserved"),
                node.path("onBook").asBoolean(),
                node.path("time").asLong(),
                node.path("updateTime").asLong(),
                node.path("workingTime").asLong(),
                node.path("endReason").asText(),
                node.path("cancelId").asText());
    }
}
