package pro.cryptotrader.simulator.store;

import static pro.cryptotrader.simulator.store.FactJson.amount;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.simulator.matching.Amounts;
import pro.cryptotrader.simulator.matching.Order;
import pro.cryptotrader.simulator.matching.OrderStatus;
import pro.cryptotrader.simulator.matching.OrderTerms;
import pro.cryptotrader.simulator.matching.OrderType;
import pro.cryptotrader.simulator.matching.Role;
import pro.cryptotrader.simulator.matching.Side;
import pro.cryptotrader.simulator.matching.Station;
import pro.cryptotrader.simulator.matching.StpMode;
import pro.cryptotrader.simulator.matching.TimeInForce;

/** An order as the ledger writes it. */
final class OrderNode {
    private OrderNode() {}

    static ObjectNode write(Order order) {
        var node =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("id", order.id())
                        .put("account", order.account())
                        .put("listId", order.listId())
                        .put("role", order.role().name());
        terms(node, order.terms());
        var progress = order.progress();
        var station = order.station();
        return node.put("status", order.status().name())
                .put("executed", Amounts.text(progress.executed()))
                .put("executedQuote", Amounts.text(progress.executedQuote()))
                .put("fees", Amounts.text(progress.fees()))
                .put("prevented", Amounts.text(progress.prevented()))
                .put("preventedMatchId", progress.preventedMatchId())
                .put("amendments", progress.amendments())
                .put("locked", Amounts.text(order.locked()))
                .put("reserved", Amounts.text(order.reserved()))
                .put("onBook", station.onBook())
                .put("priority", station.priority())
                .put("shown", Amounts.text(station.shown()))
                .put("extreme", Amounts.text(station.extreme()))
                .put("trailingTime", station.trailingTime())
                .put("time", order.time())
                .put("updateTime", order.updateTime())
                .put("workingTime", order.workingTime())
                .put("endReason", order.endReason())
                .put("cancelId", order.cancelId());
    }

    static ObjectNode write(OrderTerms terms) {
        var node = JsonNodeFactory.instance.objectNode();
        terms(node, terms);
        return node;
    }

    private static void terms(ObjectNode node, OrderTerms terms) {
        node.put("symbol", terms.symbol())
                .put("clientOrderId", terms.clientOrderId())
                .put("side", terms.side().name())
                .put("type", terms.type().name())
                .put("timeInForce", terms.timeInForce().name())
                .put("quantity", Amounts.text(terms.quantity()))
                .put("quoteQuantity", Amounts.text(terms.quoteQuantity()))
                .put("price", Amounts.text(terms.price()))
                .put("stopPrice", Amounts.text(terms.stopPrice()))
                .put("trailingDelta", terms.trailingDelta())
                .put("icebergQuantity", Amounts.text(terms.icebergQuantity()))
                .put("selfTradePrevention", terms.stpMode().name());
        var strategy = terms.strategy();
        if (strategy != null) {
            node.put("strategyId", strategy.id()).put("strategyType", strategy.type());
        }
    }

    static Order read(JsonNode node) {
        return new Order(
                node.path("id").asLong(),
                node.path("account").asText(),
                node.path("listId").asLong(),
                Role.valueOf(node.path("role").asText()),
                terms(node),
                OrderStatus.valueOf(node.path("status").asText()),
                new Order.Progress(
                        amount(node, "executed"),
                        amount(node, "executedQuote"),
                        amount(node, "fees"),
                        amount(node, "prevented"),
                        node.path("preventedMatchId").asLong(),
                        node.path("amendments").asInt()),
                new Order.Hold(amount(node, "locked"), amount(node, "reserved")),
                new Station(
                        node.path("onBook").asBoolean(),
                        node.path("priority").asLong(),
                        amount(node, "shown"),
                        amount(node, "extreme"),
                        node.path("trailingTime").asLong()),
                new Order.Times(
                        node.path("time").asLong(),
                        node.path("updateTime").asLong(),
                        node.path("workingTime").asLong()),
                new Order.Ending(node.path("endReason").asText(), node.path("cancelId").asText()));
    }

    static OrderTerms terms(JsonNode node) {
        return new OrderTerms(
                node.path("symbol").asText(),
                node.path("clientOrderId").asText(),
                Side.valueOf(node.path("side").asText()),
                OrderType.valueOf(node.path("type").asText()),
                TimeInForce.valueOf(node.path("timeInForce").asText()),
                amount(node, "quantity"),
                amount(node, "quoteQuantity"),
                amount(node, "price"),
                amount(node, "stopPrice"),
                node.path("trailingDelta").asInt(),
                amount(node, "icebergQuantity"),
                StpMode.valueOf(node.path("selfTradePrevention").asText()),
                strategy(node));
    }

    private static OrderTerms.@Nullable Strategy strategy(JsonNode node) {
        var id = node.path("strategyId");
        var type = node.path("strategyType");
        return id.isMissingNode() && type.isMissingNode()
                ? null
                : new OrderTerms.Strategy(
                        id.isNumber() ? (Long) id.asLong() : null,
                        type.isNumber() ? (Integer) type.asInt() : null);
    }
}
