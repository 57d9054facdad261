package pro.cryptotrader.simulator.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import pro.cryptotrader.simulator.matching.Amendment;
import pro.cryptotrader.simulator.matching.Amounts;
import pro.cryptotrader.simulator.matching.Fill;
import pro.cryptotrader.simulator.matching.Order;
import pro.cryptotrader.simulator.matching.OrderList;
import pro.cryptotrader.simulator.matching.OrderTerms;
import pro.cryptotrader.simulator.matching.Prevention;
import pro.cryptotrader.simulator.matching.Trade;

/** Orders, lists and trades as Binance's REST interface shows them. */
final class OrderReports {
    private static final String ALLOCATED = "ONE_PARTY_TRADE_REPORT";

    private OrderReports() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** newOrderRespType ACK. */
    static ObjectNode ack(Order order) {
        return object().put("symbol", order.terms().symbol())
                .put("orderId", order.id())
                .put("orderListId", order.listId())
                .put("clientOrderId", order.terms().clientOrderId())
                .put("transactTime", order.updateTime());
    }

    /** newOrderRespType RESULT. */
    static ObjectNode result(Order order) {
        var node = ack(order);
        terms(node, order);
        return node.put("workingTime", order.workingTime());
    }

    /** newOrderRespType FULL. */
    static ObjectNode full(Order order, List<Fill> fills, List<Prevention> preventions) {
        var node = result(order);
        var array = node.putArray("fills");
        for (var fill : fills) {
            var one = array.addObject();
            one.put("price", Amounts.text(fill.price()))
                    .put("qty", Amounts.text(fill.quantity()))
                    .put("commission", Amounts.text(fill.fee()))
                    .put("commissionAsset", fill.feeAsset())
                    .put("tradeId", fill.tradeId());
            if (fill.allocated()) {
                one.put("matchType", ALLOCATED).put("allocId", fill.allocationId());
            }
        }
        if (!preventions.isEmpty()) {
            var matches = node.putArray("preventedMatches");
            for (var prevention : preventions) {
                var match =
                        matches.addObject()
                                .put("preventedMatchId", prevention.matchId())
                                .put("makerSymbol", prevention.makerSymbol())
                                .put("makerOrderId", prevention.makerOrderId())
                                .put("price", Amounts.text(prevention.price()));
                lost(match, prevention);
            }
        }
        return node;
    }

    private static void lost(ObjectNode node, Prevention prevention) {
        if (prevention.takerQuantity() > 0) {
            node.put("takerPreventedQuantity", Amounts.text(prevention.takerQuantity()));
        }
        if (prevention.makerQuantity() > 0) {
            node.put("makerPreventedQuantity", Amounts.text(prevention.makerQuantity()));
        }
    }

    /** GET /api/v3/myPreventedMatches. */
    static ObjectNode prevention(Prevention prevention) {
        var node =
                object().put("symbol", prevention.symbol())
                        .put("preventedMatchId", prevention.matchId())
                        .put("takerOrderId", prevention.takerOrderId())
                        .put("makerSymbol", prevention.makerSymbol())
                        .put("makerOrderId", prevention.makerOrderId())
                        .put("tradeGroupId", prevention.tradeGroup())
                        .put("selfTradePreventionMode", prevention.mode().name())
                        .put("price", Amounts.text(prevention.price()));
        lost(node, prevention);
        return node.put("transactTime", prevention.time());
    }

    /** GET /api/v3/order/amendments. */
    static ObjectNode amendment(Amendment amendment) {
        return object().put("symbol", amendment.symbol())
                .put("orderId", amendment.orderId())
                .put("executionId", amendment.executionId())
                .put("origClientOrderId", amendment.clientOrderIdBefore())
                .put("newClientOrderId", amendment.clientOrderId())
                .put("origQty", Amounts.text(amendment.quantityBefore()))
                .put("newQty", Amounts.text(amendment.quantity()))
                .put("time", amendment.time());
    }

    /** The order in the answer of PUT /api/v3/order/amend/keepPriority. */
    static ObjectNode amended(Order order, String clientOrderIdBefore) {
        var terms = order.terms();
        var node =
                object().put("symbol", terms.symbol())
                        .put("orderId", order.id())
                        .put("orderListId", order.listId())
                        .put("origClientOrderId", clientOrderIdBefore)
                        .put("clientOrderId", terms.clientOrderId())
                        .put("price", Amounts.text(terms.statedPrice()))
                        .put("qty", Amounts.text(terms.quantity()))
                        .put("executedQty", Amounts.text(order.executed()))
                        .put("preventedQty", Amounts.text(order.progress().prevented()))
                        .put("quoteOrderQty", Amounts.text(terms.quoteQuantity()))
                        .put("cumulativeQuoteQty", Amounts.text(order.executedQuote()))
                        .put("status", order.status().name())
                        .put("timeInForce", terms.timeInForce().name())
                        .put("type", terms.type().name())
                        .put("side", terms.side().name());
        conditional(node, order);
        if (order.workingTime() >= 0) {
            node.put("workingTime", order.workingTime());
        }
        return node.put("selfTradePreventionMode", terms.selfTradePrevention());
    }

    /** GET /api/v3/order. */
    static ObjectNode query(Order order) {
        var node =
                object().put("symbol", order.terms().symbol())
                        .put("orderId", order.id())
                        .put("orderListId", order.listId())
                        .put("clientOrderId", order.terms().clientOrderId());
        terms(node, order);
        return node.put("stopPrice", Amounts.text(order.terms().stopPrice()))
                .put("icebergQty", Amounts.text(order.terms().icebergQuantity()))
                .put("time", order.time())
                .put("updateTime", order.updateTime())
                .put("isWorking", order.workingTime() >= 0)
                .put("workingTime", order.workingTime());
    }

    /** DELETE /api/v3/order. */
    static ObjectNode canceled(Order order) {
        var node =
                object().put("symbol", order.terms().symbol())
                        .put("origClientOrderId", order.terms().clientOrderId())
                        .put("orderId", order.id())
                        .put("orderListId", order.listId())
                        .put("clientOrderId", order.cancelId())
                        .put("transactTime", order.updateTime());
        terms(node, order);
        return node;
    }

    private static void terms(ObjectNode node, Order order) {
        var terms = order.terms();
        node.put("price", Amounts.text(terms.statedPrice()));
        // What an OPO's pending order sells is not known before it is placed.
        if (terms.quantity() > 0) {
            node.put("origQty", Amounts.text(terms.quantity()));
        }
        node.put("executedQty", Amounts.text(order.executed()))
                .put("origQuoteOrderQty", Amounts.text(terms.quoteQuantity()))
                .put("cummulativeQuoteQty", Amounts.text(order.executedQuote()))
                .put("status", order.status().name())
                .put("timeInForce", terms.timeInForce().name())
                .put("type", terms.type().name())
                .put("side", terms.side().name());
        conditional(node, order);
        node.put("selfTradePreventionMode", terms.selfTradePrevention());
    }

    private static void conditional(ObjectNode node, Order order) {
        var terms = order.terms();
        if (terms.stopPrice() > 0) {
            node.put("stopPrice", Amounts.text(terms.stopPrice()));
        }
        if (terms.iceberg()) {
            node.put("icebergQty", Amounts.text(terms.icebergQuantity()));
        }
        if (terms.trailing()) {
            node.put("trailingDelta", terms.trailingDelta())
                    .put("trailingTime", order.station().trailingTime());
        }
        var strategy = terms.strategy();
        if (strategy != null && strategy.id() != null) {
            node.put("strategyId", strategy.id());
        }
        if (strategy != null && strategy.type() != null) {
            node.put("strategyType", strategy.type());
        }
        if (terms.sor()) {
            node.put("workingFloor", order.workingFloor()).put("usedSor", true);
        }
        peg(node, terms);
        if (order.progress().prevented() > 0) {
            node.put("preventedMatchId", order.progress().preventedMatchId())
                    .put("preventedQuantity", Amounts.text(order.progress().prevented()));
        }
        if (!order.endReason().isEmpty()) {
            node.put("expiryReason", order.endReason());
        }
    }

    private static void peg(ObjectNode node, OrderTerms terms) {
        var peg = terms.peg();
        if (peg == null) {
            return;
        }
        node.put("pegPriceType", peg.kind().name());
        peg.level()
                .ifPresent(level ->
                        node.put("pegOffsetType", "PRICE_LEVEL").put("pegOffsetValue", level));
        if (peg.determined()) {
            node.put("peggedPrice", Amounts.text(terms.price()));
        }
    }

    /** GET /api/v3/orderList. */
    static ObjectNode list(OrderList list, List<Order> orders) {
        var node =
                object().put("orderListId", list.id())
                        .put("contingencyType", list.kind().contingency())
                        .put("listStatusType", list.listStatusType())
                        .put("listOrderStatus", list.listOrderStatus())
                        .put("listClientOrderId", list.clientListId())
                        .put("transactionTime", list.time())
                        .put("symbol", list.symbol());
        var array = node.putArray("orders");
        for (var order : orders) {
            array.addObject()
                    .put("symbol", list.symbol())
                    .put("orderId", order.id())
                    .put("clientOrderId", order.terms().clientOrderId());
        }
        return node;
    }

    /** GET /api/v3/myAllocations. */
    static ObjectNode allocation(Trade allocation) {
        var node = trade(allocation);
        node.remove(List.of("id", "isBestMatch"));
        return node.put("allocationId", allocation.fill().allocationId())
                .put("allocationType", "SOR")
                .put("isAllocator", false);
    }

    /** GET /api/v3/myTrades. */
    static ObjectNode trade(Trade trade) {
        var fill = trade.fill();
        return object().put("symbol", trade.order().terms().symbol())
                .put("id", fill.tradeId())
                .put("orderId", trade.order().id())
                .put("orderListId", trade.order().listId())
                .put("price", Amounts.text(fill.price()))
                .put("qty", Amounts.text(fill.quantity()))
                .put("quoteQty", Amounts.text(fill.quote()))
                .put("commission", Amounts.text(fill.fee()))
                .put("commissionAsset", fill.feeAsset())
                .put("time", trade.time())
                .put("isBuyer", trade.order().terms().side().name().equals("BUY"))
                .put("isMaker", fill.maker())
                .put("isBestMatch", true);
    }
}
