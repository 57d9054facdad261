package pro.cryptotrader.simulator.stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import pro.cryptotrader.simulator.matching.Amounts;
import pro.cryptotrader.simulator.matching.Fact;
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
                events.add(ExecutionReport.of(changed));
            } else if (fact instanceof Fact.OrderRejected rejected
                    && rejected.account().equals(account)) {
                events.add(ExecutionReport.of(rejected));
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

    static ObjectNode head(String type, long time) {
        return JsonNodeFactory.instance.objectNode().put("e", type).put("E", time);
    }
}
