package pro.cryptotrader.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.simulator.matching.Amounts;
import pro.cryptotrader.simulator.matching.Fact;
import pro.cryptotrader.simulator.matching.Fill;
import pro.cryptotrader.simulator.matching.ListKind;
import pro.cryptotrader.simulator.matching.Movement;
import pro.cryptotrader.simulator.matching.Order;
import pro.cryptotrader.simulator.matching.OrderList;

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
                    node.set("fill", write(fill));
                }
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
                            order(node.path("order")),
                            fill(node.path("fill")),
                            movements);
            case "ListChanged" -> new Fact.ListChanged(time, list(node.path("list")));
            case "Refused" ->
                    new Fact.Refused(
                            time,
                            node.path("account").asText(),
                            node.path("request").asText(),
                            node.path("code").asInt(),
                            node.path("message").asText());
            case "Shocked" ->
                    new Fact.Shocked(time, node.path("symbol").asText(), amount(node, "factor"));
            default -> throw new IllegalArgumentException("not a fact of this ledger: " + node);
        };
    }

    private static Order order(JsonNode node) {
        return OrderNode.read(node);
    }

    static long amount(JsonNode node, String name) {
        return Amounts.parse(node.path(name).asText());
    }

    private static ObjectNode write(Fill fill) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("tradeId", fill.tradeId())
                .put("price", Amounts.text(fill.price()))
                .put("quantity", Amounts.text(fill.quantity()))
                .put("quote", Amounts.text(fill.quote()))
                .put("fee", Amounts.text(fill.fee()))
                .put("feeAsset", fill.feeAsset())
                .put("maker", fill.maker());
    }

    private static @Nullable Fill fill(JsonNode node) {
        return node.isMissingNode()
                ? null
                : new Fill(
                        node.path("tradeId").asLong(),
                        amount(node, "price"),
                        amount(node, "quantity"),
                        amount(node, "quote"),
                        amount(node, "fee"),
                        node.path("feeAsset").asText(),
                        node.path("maker").asBoolean());
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
