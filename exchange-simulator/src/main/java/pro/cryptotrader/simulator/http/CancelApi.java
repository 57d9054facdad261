package pro.cryptotrader.simulator.http;

import static pro.cryptotrader.simulator.http.Endpoint.signed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import pro.cryptotrader.simulator.http.Endpoint.Call;
import pro.cryptotrader.simulator.matching.Order;
import pro.cryptotrader.simulator.matching.OrderList;
import pro.cryptotrader.simulator.matching.Refusal;
import pro.cryptotrader.simulator.venue.Venue;

/** The calls that cancel orders, and finding the order that a call is about. */
final class CancelApi {
    private static final String UNKNOWN = "Unknown order sent.";

    private final Venue venue;

    CancelApi(Venue venue) {
        this.venue = venue;
    }

    List<Endpoint> endpoints() {
        return List.of(
                signed("DELETE", "/api/v3/order", 1, this::cancel),
                signed("DELETE", "/api/v3/openOrders", 1, this::cancelAll),
                signed("DELETE", "/api/v3/orderList", 1, this::cancelList));
    }

    private JsonNode cancel(Call call) {
        return cancel(call, find(call, "orderId", "origClientOrderId", -2011));
    }

    Order find(Call call, String idName, String clientIdName, int code) {
        return lookUp(call, idName, clientIdName).orElseThrow(() -> new Refusal(code, UNKNOWN));
    }

    Optional<Order> lookUp(Call call, String idName, String clientIdName) {
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
                                && clientId.map(order.terms().clientOrderId()::equals)
                                        .orElse(true));
    }

    private JsonNode cancel(Call call, Order order) {
        var cancelId = OrderRequests.clientId(call.params(), "newClientOrderId");
        var restriction = OrderRequests.restriction(call.params());
        var facts =
                venue.command(
                        call.account(),
                        "cancel " + call.params().summary(),
                        (engine, time) ->
                                engine.cancel(
                                        call.account(), order.id(), cancelId, restriction, time));
        return new Outcome(facts).canceled().getFirst();
    }

    private JsonNode cancelAll(Call call) {
        var symbol = call.params().required("symbol");
        var cancelId = OrderRequests.freshId();
        var facts =
                venue.command(
                        call.account(),
                        "cancelAll " + call.params().summary(),
                        (engine, time) -> engine.cancelAll(call.account(), symbol, cancelId, time));
        var answers = JsonNodeFactory.instance.arrayNode();
        new Outcome(facts).canceled().forEach(answers::add);
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
                                                        && clientId.map(list.clientListId()::equals)
                                                                .orElse(true)
                                                        && !list.done())
                                        .flatMap(list ->
                                                list.orders().stream()
                                                        .flatMap(id ->
                                                                engine.state().order(id).stream())
                                                        .filter(Order::open)
                                                        .findFirst()))
                        .orElseThrow(() -> new Refusal(-2011, UNKNOWN));
        return cancel(call, order);
    }

    /** A list as the answer to an amendment shows it. */
    ObjectNode listStatus(OrderList list) {
        var orders =
                venue.read(engine ->
                        list.orders().stream()
                                .flatMap(id -> engine.state().order(id).stream())
                                .toList());
        var node = OrderReports.list(list, orders);
        node.remove(List.of("listStatusType", "transactionTime"));
        return node;
    }
}
