package pro.cryptotrader.simulator.stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import pro.cryptotrader.simulator.matching.Amounts;
import pro.cryptotrader.simulator.matching.Fact;
import pro.cryptotrader.simulator.matching.Order;
import pro.cryptotrader.simulator.matching.OrderList;
import pro.cryptotrader.simulator.matching.VenueState;

/** What an account's user data stream says about the facts of one command. */
final class UserEvents {
    private UserEvents() {}

    static List<ObjectNode> of(String account, List<Fact> facts, VenueState state) {
        var events = new ArrayList<ObjectNode>();
        var moved = new TreeSet<String>();
        var time = 0L;
        for (var fact : facts) {
            time = Math.max(time, fact.time());
            fact.movements().stream()
                    .filter(movement -> movement.touches(account))
                    .forEach(movement -> moved.add(movement.asset()));
            if (fact instanceof Fact.OrderChanged changed
                    && changed.order().account().equals(account)) {
                events.add(report(changed));
            } else if (fact instanceof Fact.ListChanged changed
                    && changed.list().account().equals(account)) {
                events.add(listStatus(changed, state));
            }
        }
        if (!moved.isEmpty()) {
            events.add(position(account, moved, state, time));
        }
        return events;
    }

    private static ObjectNode position(
            String account, Set<String> assets, VenueState state, long time) {
        var node = head("outboundAccountPosition", time).put("u", time);
        var balances = node.putArray("B");
        for (var asset : assets) {
            var holding = state.holding(account, asset);
            balances.addObject()
                    .put("a", asset)
                    .put("f", Amounts.text(holding.free()))
                    .put("l", Amounts.text(holding.locked()));
        }
        return node;
    }

    private static ObjectNode listStatus(Fact.ListChanged changed, VenueState state) {
        OrderList list = changed.list();
        var node =
                head("listStatus", changed.time())
                        .put("s", list.symbol())
                        .put("g", list.id())
                        .put("c", list.kind().contingency())
                        .put("l", list.listStatusType())
                        .put("L", list.listOrderStatus())
                        .put("r", "NONE")
                        .put("C", list.clientListId())
                        .put("T", changed.time());
        var orders = node.putArray("O");
        for (var id : list.orders()) {
            state.order(id)
                    .ifPresent(order ->
                            orders.addObject()
                                    .put("s", list.symbol())
                                    .put("i", order.id())
                                    .put("c", order.terms().clientOrderId()));
        }
        return node;
    }

    private static ObjectNode report(Fact.OrderChanged changed) {
        var order = changed.order();
        var terms = order.terms();
        var canceled = changed.execution() == Fact.Execution.CANCELED;
        var shown = Amounts.text(terms.icebergQuantity());
        var node =
                head("executionReport", changed.time())
                        .put("s", terms.symbol())
                        .put("c", canceled ? order.cancelId() : terms.clientOrderId())
                        .put("S", terms.side().name())
                        .put("o", terms.type().name())
                        .put("f", terms.timeInForce().name())
                        .put("q", Amounts.text(terms.quantity()))
                        .put("p", Amounts.text(terms.price()))
                        .put("P", Amounts.text(terms.stopPrice()))
                        .put("F", shown)
                        .put("g", order.listId())
                        .put("C", canceled ? terms.clientOrderId() : "")
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
        var strategy = terms.strategy();
        if (strategy != null && strategy.id() != null) {
            node.put("j", strategy.id());
        }
        if (strategy != null && strategy.type() != null) {
            node.put("J", strategy.type());
        }
        if (order.workingTime() >= 0) {
            node.put("W", order.workingTime());
        }
        if (!order.endReason().isEmpty()) {
            node.put("eR", order.endReason());
        }
    }

    private static ObjectNode head(String type, long time) {
        return JsonNodeFactory.instance.objectNode().put("e", type).put("E", time);
    }
}
