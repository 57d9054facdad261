package pro.cryptotrader.simulator.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import pro.cryptotrader.simulator.matching.Amounts;
import pro.cryptotrader.simulator.matching.Fill;
import pro.cryptotrader.simulator.matching.Order;
import pro.cryptotrader.simulator.matching.OrderList;
import pro.cryptotrader.simulator.matching.Trade;

/** Orders, lists and trades as Binance's REST interface shows them. */
final class OrderReports {
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
    static ObjectNode full(Order order, List<Fill> fills) {
        var node = result(order);
        var array = node.putArray("fills");
        for (var fill : fills) {
            array.addObject()
                    .put("price", Amounts.text(fill.price()))
                    .put("qty", Amounts.text(fill.quantity()))
                    .put("commission", Amounts.text(fill.fee()))
                    .put("commissionAsset", fill.feeAsset())
                    .put("tradeId", fill.tradeId());
        }
        return node;
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
                .put("icebergQty", Amounts.text(0))
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
        node.put("price", Amounts.text(terms.price()))
                .put("origQty", Amounts.text(terms.quantity()))
                .put("executedQty", Amounts.text(order.executed()))
                .put("origQuoteOrderQty", Amounts.text(terms.quoteQuantity()))
                .put("cummulativeQuoteQty", Amounts.text(order.executedQuote()))
                .put("status", order.status().name())
                .put("timeInForce", terms.timeInForce().name())
                .put("type", terms.type().name())
                .put("side", terms.side().name());
        if (terms.stopPrice() > 0) {
            node.put("stopPrice", Amounts.text(terms.stopPrice()));
        }
        node.put("selfTradePreventionMode", terms.selfTradePrevention());
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
