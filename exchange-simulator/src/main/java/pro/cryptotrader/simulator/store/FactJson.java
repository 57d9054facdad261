package pro.cryptotrader.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import pro.cryptotrader.simulator.matching.AccountSettings;
import pro.cryptotrader.simulator.matching.Amounts;
import pro.cryptotrader.simulator.matching.Fact;
import pro.cryptotrader.simulator.matching.ListKind;
import pro.cryptotrader.simulator.matching.Movement;
import pro.cryptotrader.simulator.matching.OrderList;
import pro.cryptotrader.simulator.matching.SymbolStatus;

/** Facts as JSON objects of the ledger and back; amounts as decimal text. */
public final class FactJson {
    private FactJson() {}

    /** A fact as the ledger writes it. */
    public static ObjectNode write(Fact fact) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("time", fact.time());
        switch (fact) {
            case Fact.AccountOpened opened -> {
                node.put("fact", "AccountOpened");
                node.put("account", opened.account());
            }
            case Fact.OrderChanged changed -> {
                node.put("fact", "OrderChanged");
                node.put("executionId", changed.executionId());
                node.put("execution", changed.execution().name());
                node.set("order", OrderNode.write(changed.order()));
                var fill = changed.fill();
                if (fill != null) {
                    node.set("fill", DealNode.write(fill));
                }
                var prevention = changed.prevention();
                if (prevention != null) {
                    node.set("prevention", DealNode.write(prevention));
                }
            }
            case Fact.AccountSet set -> {
                node.put("fact", "AccountSet");
                node.put("account", set.account());
                node.put("paysWithDiscount", set.settings().paysWithDiscount());
                node.put("tradeGroup", set.settings().tradeGroup());
            }
            case Fact.StopTrailed trailed -> {
                node.put("fact", "StopTrailed");
                node.put("orderId", trailed.orderId());
                node.put("extreme", Amounts.text(trailed.extreme()));
            }
            case Fact.SymbolSwitched switched -> {
                node.put("fact", "SymbolSwitched");
                node.put("symbol", switched.symbol());
                node.put("status", switched.status().name());
            }
            case Fact.ListChanged changed -> {
                node.put("fact", "ListChanged");
                node.set("list", write(changed.list()));
            }
            case Fact.Refused refused -> {
                node.put("fact", "Refused");
                node.put("account", refused.account());
                node.put("request", refused.request());
                node.put("code", refused.code());
                node.put("message", refused.message());
            }
            case Fact.OrderRejected rejected -> {
                node.put("fact", "OrderRejected");
                node.put("account", rejected.account());
                node.set("order", OrderNode.write(rejected.terms()));
                node.put("code", rejected.code());
                node.put("message", rejected.message());
            }
            case Fact.Shocked shocked -> {
                node.put("fact", "Shocked");
                node.put("symbol", shocked.symbol());
                node.put("factor", Amounts.text(shocked.factor()));
            }
        }
        var movements = node.putArray("movements");
        fact.movements().forEach(movement -> movements.add(write(movement)));
        return node;
    }

    /** The fact that {@link #write} wrote. */
    public static Fact read(JsonNode node) {
        var time = node.path("time").asLong();
        var movements = movements(node.path("movements"));
        return switch (node.path("fact").asText()) {
            case "AccountOpened" ->
                    new Fact.AccountOpened(time, node.path("account").asText(), movements);
            case "OrderChanged" ->
                    new Fact.OrderChanged(
                            time,
                            node.path("executionId").asLong(),
                            Fact.Execution.valueOf(node.path("execution").asText()),
                            OrderNode.read(node.path("order")),
                            DealNode.fill(node.path("fill")),
                            DealNode.prevention(node.path("prevention")),
                            movements);
            case "AccountSet" ->
                    new Fact.AccountSet(
                            time,
                            node.path("account").asText(),
                            new AccountSettings(
                                    node.path("paysWithDiscount").asBoolean(),
                                    node.path("tradeGroup").asLong()));
            case "StopTrailed" ->
                    new Fact.StopTrailed(
                            time, node.path("orderId").asLong(), amount(node, "extreme"));
            case "SymbolSwitched" ->
                    new Fact.SymbolSwitched(
                            time,
                            node.path("symbol").asText(),
                            SymbolStatus.valueOf(node.path("status").asText()));
            case "ListChanged" -> new Fact.ListChanged(time, list(node.path("list")));
            case "Refused" ->
                    new Fact.Refused(
                            time,
                            node.path("account").asText(),
                            node.path("request").asText(),
                            node.path("code").asInt(),
                            node.path("message").asText());
            case "OrderRejected" ->
                    new Fact.OrderRejected(
                            time,
                            node.path("account").asText(),
                            OrderNode.terms(node.path("order")),
                            node.path("code").asInt(),
                            node.path("message").asText());
            case "Shocked" ->
                    new Fact.Shocked(time, node.path("symbol").asText(), amount(node, "factor"));
            default -> throw new IllegalArgumentException("not a fact of this ledger: " + node);
        };
    }

    static long amount(JsonNode node, String name) {
        return Amounts.parse(node.path(name).asText());
    }

    private static ObjectNode write(OrderList list) {
        var node =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("id", list.id())
                        .put("account", list.account())
                        .put("symbol", list.symbol())
                        .put("kind", list.kind().name())
                        .put("clientListId", list.clientListId())
                        .put("statusType", list.listStatusType())
                        .put("orderStatus", list.listOrderStatus())
                        .put("time", list.time());
        var orders = node.putArray("orders");
        list.orders().forEach(id -> orders.add(id.longValue()));
        return node;
    }

    private static OrderList list(JsonNode node) {
        var orders = new ArrayList<Long>();
        node.path("orders").forEach(id -> orders.add(id.asLong()));
        return new OrderList(
                node.path("id").asLong(),
                node.path("account").asText(),
                node.path("symbol").asText(),
                ListKind.valueOf(node.path("kind").asText()),
                node.path("clientListId").asText(),
                List.copyOf(orders),
                node.path("statusType").asText(),
                node.path("orderStatus").asText(),
                node.path("time").asLong());
    }

    private static ObjectNode write(Movement movement) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("asset", movement.asset())
                .put("amount", Amounts.text(movement.amount()))
                .put("from", movement.from().account())
                .put("fromBucket", movement.from().bucket().name())
                .put("to", movement.to().account())
                .put("toBucket", movement.to().bucket().name());
    }

    private static List<Movement> movements(JsonNode nodes) {
        var movements = new ArrayList<Movement>();
        nodes.forEach(node ->
                movements.add(
                        new Movement(
                                node.path("asset").asText(),
                                amount(node, "amount"),
                                place(node, "from"),
                                place(node, "to"))));
        return List.copyOf(movements);
    }

    private static Movement.Place place(JsonNode node, String name) {
        return new Movement.Place(
                node.path(name).asText(),
                Movement.Bucket.valueOf(node.path(name + "Bucket").asText()));
    }
}
