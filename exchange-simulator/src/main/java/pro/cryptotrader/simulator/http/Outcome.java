package pro.cryptotrader.simulator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import pro.cryptotrader.simulator.matching.Fact;
import pro.cryptotrader.simulator.matching.Fill;
import pro.cryptotrader.simulator.matching.Order;
import pro.cryptotrader.simulator.matching.OrderList;
import pro.cryptotrader.simulator.matching.OrderType;
import pro.cryptotrader.simulator.matching.Prevention;
import pro.cryptotrader.simulator.matching.Role;

/** What the facts of one command say about the orders that it was about. */
record Outcome(List<Fact> facts) {

    /** Every state that an order of the command went through, of everybody's. */
    List<Order> states() {
        return facts.stream()
                .filter(Fact.OrderChanged.class::isInstance)
                .map(fact -> Fact.OrderChanged.class.cast(fact).order())
                .toList();
    }

    /** The order that was entered, as it is at the end. */
    Order entered() {
        var first = states().getFirst();
        return states().stream()
                .filter(order -> order.id() == first.id())
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    /** newOrderRespType ACK, RESULT or FULL. */
    ObjectNode report(Params params) {
        var order = entered();
        var type = order.terms().type();
        var usual = type == OrderType.LIMIT || type == OrderType.MARKET ? "FULL" : "ACK";
        return report(order, responseType(params, usual));
    }

    private static String responseType(Params params, String usual) {
        return params.matching("newOrderRespType", "ACK|RESULT|FULL").orElse(usual);
    }

    private ObjectNode report(Order order, String type) {
        return switch (type) {
            case "ACK" -> OrderReports.ack(order);
            case "RESULT" -> OrderReports.result(order);
            default -> OrderReports.full(order, fills(order.id()), preventions(order.id()));
        };
    }

    private List<Fill> fills(long orderId) {
        var fills = new ArrayList<Fill>();
        for (var fact : facts) {
            if (fact instanceof Fact.OrderChanged changed
                    && changed.order().id() == orderId
                    && changed.fill() != null) {
                fills.add(changed.fill());
            }
        }
        return fills;
    }

    private List<Prevention> preventions(long takerId) {
        var preventions = new ArrayList<Prevention>();
        for (var fact : facts) {
            if (fact instanceof Fact.OrderChanged changed
                    && changed.prevention() != null
                    && changed.prevention().takerOrderId() == takerId
                    && !preventions.contains(changed.prevention())) {
                preventions.add(changed.prevention());
            }
        }
        return preventions;
    }

    /** An order list that was entered. */
    ObjectNode listReport(Params params) {
        var list = lists().getFirst();
        var reported = reported(list);
        var node = OrderReports.list(list, reported);
        var reports = node.putArray("orderReports");
        var type = responseType(params, "RESULT");
        reported.forEach(order -> reports.add(report(order, type)));
        return node;
    }

    List<OrderList> lists() {
        return facts.stream()
                .filter(Fact.ListChanged.class::isInstance)
                .map(fact -> Fact.ListChanged.class.cast(fact).list())
                .toList();
    }

    /**
     * A working order as it is now; a pending one as it was when it was accepted, even if it has
     * been placed since.
     */
    private List<Order> reported(OrderList list) {
        var reported = new LinkedHashMap<Long, Order>();
        for (var order : states()) {
            if (order.listId() != list.id()) {
                continue;
            }
            if (order.role() == Role.WORKING) {
                reported.put(order.id(), order);
            } else {
                reported.putIfAbsent(order.id(), order);
            }
        }
        return List.copyOf(reported.values());
    }

    /** Everything that was canceled: single orders, and lists with their orders. */
    List<ObjectNode> canceled() {
        var nodes = new ArrayList<ObjectNode>();
        for (var order : states()) {
            if (order.listId() < 0) {
                nodes.add(OrderReports.canceled(order));
            }
        }
        for (var list : lists()) {
            var orders = states().stream().filter(order -> order.listId() == list.id()).toList();
            var node = OrderReports.list(list, orders);
            var reports = node.putArray("orderReports");
            orders.forEach(order -> reports.add(OrderReports.canceled(order)));
            nodes.add(node);
        }
        return nodes;
    }
}
