package pro.cryptotrader.simulator.http;

import static pro.cryptotrader.simulator.http.Endpoint.placing;
import static pro.cryptotrader.simulator.http.Endpoint.signed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import pro.cryptotrader.simulator.http.Endpoint.Call;
import pro.cryptotrader.simulator.matching.Fact;
import pro.cryptotrader.simulator.matching.Fill;
import pro.cryptotrader.simulator.matching.ListKind;
import pro.cryptotrader.simulator.matching.Order;
import pro.cryptotrader.simulator.matching.OrderType;
import pro.cryptotrader.simulator.matching.Refusal;
import pro.cryptotrader.simulator.matching.Role;
import pro.cryptotrader.simulator.venue.Venue;

/** The calls that place, replace and cancel orders. */
@Singleton
public class TradingApi {
    private final Venue venue;

    /** Trades at {@code venue}. */
    public TradingApi(Venue venue) {
        this.venue = venue;
    }

    List<Endpoint> endpoints() {
        return List.of(
                placing("/api/v3/order", 1, this::enter),
                signed("POST", "/api/v3/order/test", 1, this::test),
                placing("/api/v3/order/cancelReplace", 1, this::cancelReplace),
                placing("/api/v3/orderList/oco", 2, call -> enterList(ListKind.OCO, call)),
                placing("/api/v3/orderList/oto", 2, call -> enterList(ListKind.OTO, call)),
                placing("/api/v3/orderList/otoco", 3, call -> enterList(ListKind.OTOCO, call)),
                placing("/api/v3/orderList/opo", 2, call -> enterList(ListKind.OPO, call)),
                placing("/api/v3/orderList/opoco", 3, call -> enterList(ListKind.OPOCO, call)),
                signed("DELETE", "/api/v3/order", 1, this::cancel),
                signed("DELETE", "/api/v3/openOrders", 1, this::cancelAll),
                signed("DELETE", "/api/v3/orderList", 1, this::cancelList));
    }

    private ObjectNode enter(Call call) {
        var terms = OrderRequests.single(call.params());
        var facts =
                venue.command(
                        call.account(),
                        "order " + call.params().summary(),
                        (engine, time) -> engine.enter(call.account(), terms, time));
        var order = orders(facts).getLast();
        var usual =
                terms.type() == OrderType.LIMIT || terms.type() == OrderType.MARKET
                        ? "FULL"
                        : "ACK";
        return switch (call.params()
                .matching("newOrderRespType", "ACK|RESULT|FULL")
                .orElse(usual)) {
            case "ACK" -> OrderReports.ack(order);
            case "RESULT" -> OrderReports.result(order);
            default -> OrderReports.full(order, fills(facts));
        };
    }

    private ObjectNode test(Call call) {
        var terms = OrderRequests.single(call.params());
        return venue.read(engine -> {
            engine.check(call.account(), terms);
            return OrderReports.object();
        });
    }

    private ObjectNode enterList(ListKind kind, Call call) {
        var terms = OrderRequests.list(kind, call.params());
        var listId = OrderRequests.clientId(call.params(), "listClientOrderId");
        var facts =
                venue.command(
                        call.account(),
                        "orderList/" + kind + ' ' + call.params().summary(),
                        (engine, time) -> engine.enter(call.account(), kind, listId, terms, time));
        var list =
                facts.stream()
                        .filter(Fact.ListChanged.class::isInstance)
                        .map(fact -> Fact.ListChanged.class.cast(fact).list())
                        .findFirst()
                        .orElseThrow();
        var reported = reported(facts);
        var node = OrderReports.list(list, reported);
        var reports = node.putArray("orderReports");
        reported.forEach(order -> reports.add(OrderReports.result(order)));
        return node;
    }

    /**
     * A working order as it is now; a pending one as it was when it was accepted, even if it has
     * been placed since.
     */
    private static List<Order> reported(List<Fact> facts) {
        var reported = new LinkedHashMap<Long, Order>();
        for (var order : orders(facts)) {
            if (order.role() == Role.WORKING) {
                reported.put(order.id(), order);
            } else {
                reported.putIfAbsent(order.id(), order);
            }
        }
        return new ArrayList<>(reported.values());
    }

    private static List<Order> orders(List<Fact> facts) {
        return facts.stream()
                .filter(Fact.OrderChanged.class::isInstance)
                .map(fact -> Fact.OrderChanged.class.cast(fact).order())
                .toList();
    }

    private static List<Fill> fills(List<Fact> facts) {
        var fills = new ArrayList<Fill>();
        for (var fact : facts) {
            if (fact instanceof Fact.OrderChanged changed && changed.fill() != null) {
                fills.add(changed.fill());
            }
        }
        return fills;
    }

    private JsonNode cancel(Call call) {
        var order = find(call, "orderId", "origClientOrderId");
        return cancel(call, order, OrderRequests.clientId(call.params(), "newClientOrderId"));
    }

    private Order find(Call call, String idName, String clientIdName) {
        var symbol = call.params().required("symbol");
        var id = call.params().number(idName);
        var clientId = call.params().text(clientIdName);
        if (id.isEmpty() && clientId.isEmpty()) {
            throw new Refusal(
                    -1102,
                    "Param '%s' or '%s' must be sent, but both were empty/null!"
                            .formatted(clientIdName, idName));
        }
        return venue.read(
                        engine -> {
                            engine.instrument(symbol);
                            return id.isPresent()
                                    ? engine.state().order(id.get())
                                    : engine.state().order(call.account(), clientId.orElseThrow());
                        })
                .filter(order ->
                        order.account().equals(call.account())
                                && order.terms().symbol().equals(symbol)
                                && clientId.map(order.terms().clientOrderId()::equals).orElse(true))
                .orElseThrow(() -> new Refusal(-2011, "Unknown order sent."));
    }

    private JsonNode cancel(Call call, Order order, String cancelId) {
        var facts =
                venue.command(
                        call.account(),
                        "cancel " + call.params().summary(),
                        (engine, time) ->
                                engine.cancel(call.account(), order.id(), cancelId, time));
        return order.listId() < 0
                ? OrderReports.canceled(orders(facts).getLast())
                : canceledList(facts);
    }

    private static ObjectNode canceledList(List<Fact> facts) {
        var list =
                facts.stream()
                        .filter(Fact.ListChanged.class::isInstance)
                        .map(fact -> Fact.ListChanged.class.cast(fact).list())
                        .reduce((_, last) -> last)
                        .orElseThrow();
        var canceled = orders(facts);
        var node = OrderReports.list(list, canceled);
        var reports = node.putArray("orderReports");
        canceled.forEach(order -> reports.add(OrderReports.canceled(order)));
        return node;
    }

    private JsonNode cancelAll(Call call) {
        var symbol = call.params().required("symbol");
        var open =
                venue.read(engine -> {
                    engine.instrument(symbol);
                    return engine.state().open(call.account(), symbol);
                });
        if (open.isEmpty()) {
            throw new Refusal(-2011, "Unknown order sent.");
        }
        var answers = JsonNodeFactory.instance.arrayNode();
        for (var order : open) {
            var stillOpen =
                    venue.read(engine -> engine.state().order(order.id()))
                            .filter(Order::open)
                            .isPresent();
            if (stillOpen) {
                answers.add(
                        cancel(
                                call,
                                order,
                                OrderRequests.clientId(new Params(new LinkedHashMap<>()), "none")));
            }
        }
        return answers;
    }

    private JsonNode cancelList(Call call) {
        var symbol = call.params().required("symbol");
        var listId = call.params().number("orderListId");
        var clientId = call.params().text("listClientOrderId");
        if (listId.isEmpty() && clientId.isEmpty()) {
            throw new Refusal(
                    -1102,
                    "Param 'orderListId' or 'listClientOrderId' must be sent, but both were empty/null!");
        }
        var order =
                venue.read(engine ->
                                (listId.isPresent()
                                                ? engine.state().list(listId.get())
                                                : engine.state()
                                                        .list(
                                                                call.account(),
                                                                clientId.orElseThrow()))
                                        .filter(list ->
                                                list.account().equals(call.account())
                                                        && list.symbol().equals(symbol)
                                                        && !list.done())
                                        .flatMap(list ->
                                                list.orders().stream()
                                                        .flatMap(id ->
                                                                engine.state().order(id).stream())
                                                        .filter(Order::open)
                                                        .findFirst()))
                        .orElseThrow(() -> new Refusal(-2011, "Unknown order sent."));
        return cancel(call, order, OrderRequests.clientId(call.params(), "newClientOrderId"));
    }

    private ObjectNode cancelReplace(Call call) {
        var mode = call.params().required("cancelReplaceMode");
        if (!mode.equals("STOP_ON_FAILURE") && !mode.equals("ALLOW_FAILURE")) {
            throw new Refusal(-1130, "Data sent for parameter 'cancelReplaceMode' is not valid.");
        }
        OrderRequests.single(call.params());
        JsonNode canceled;
        var cancelWorked = false;
        try {
            var order = find(call, "cancelOrderId", "cancelOrigClientOrderId");
            canceled =
                    cancel(
                            call,
                            order,
                            OrderRequests.clientId(call.params(), "cancelNewClientOrderId"));
            cancelWorked = true;
        } catch (Refusal refusal) {
            canceled = Failures.body(refusal);
        }
        JsonNode entered = JsonNodeFactory.instance.nullNode();
        var outcome = "NOT_ATTEMPTED";
        if (cancelWorked || mode.equals("ALLOW_FAILURE")) {
            try {
                entered = enter(call);
                outcome = "SUCCESS";
            } catch (Refusal refusal) {
                entered = Failures.body(refusal);
                outcome = "FAILURE";
            }
        }
        var data =
                OrderReports.object()
                        .put("cancelResult", cancelWorked ? "SUCCESS" : "FAILURE")
                        .put("newOrderResult", outcome);
        data.set("cancelResponse", canceled);
        data.set("newOrderResponse", entered);
        if (cancelWorked && outcome.equals("SUCCESS")) {
            return data;
        }
        throw new Failures.Detailed(cancelWorked || outcome.equals("SUCCESS"), data);
    }
}
