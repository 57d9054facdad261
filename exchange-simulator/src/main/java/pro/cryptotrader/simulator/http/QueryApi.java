package pro.cryptotrader.simulator.http;

import static pro.cryptotrader.simulator.http.Endpoint.signed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import pro.cryptotrader.simulator.http.Endpoint.Call;
import pro.cryptotrader.simulator.matching.Engine;
import pro.cryptotrader.simulator.matching.Order;
import pro.cryptotrader.simulator.matching.OrderList;
import pro.cryptotrader.simulator.matching.Refusal;
import pro.cryptotrader.simulator.matching.Trade;
import pro.cryptotrader.simulator.venue.Venue;

/** The signed calls that look at orders, lists and trades. */
@Singleton
public class QueryApi {
    private static final long DAY = 24 * 3600 * 1000L;

    private final Venue venue;

    /** Looks at {@code venue}. */
    public QueryApi(Venue venue) {
        this.venue = venue;
    }

    List<Endpoint> endpoints() {
        return List.of(
                signed("GET", "/api/v3/order", 4, this::order),
                signed(
                        "GET",
                        "/api/v3/openOrders",
                        params -> params.text("symbol").isPresent() ? 6 : 80,
                        this::openOrders),
                signed("GET", "/api/v3/allOrders", 20, this::allOrders),
                signed(
                        "GET",
                        "/api/v3/myTrades",
                        params -> params.text("orderId").isPresent() ? 5 : 20,
                        this::trades),
                signed("GET", "/api/v3/orderList", 4, this::list),
                signed("GET", "/api/v3/allOrderList", 20, call -> lists(call, false)),
                signed("GET", "/api/v3/openOrderList", 6, call -> lists(call, true)));
    }

    private ObjectNode order(Call call) {
        var symbol = call.params().required("symbol");
        var id = call.params().number("orderId");
        var clientId = call.params().text("origClientOrderId");
        if (id.isEmpty() && clientId.isEmpty()) {
            throw new Refusal(
                    -1102,
                    "Param 'origClientOrderId' or 'orderId' must be sent, but both were empty/null!");
        }
        var order =
                venue.read(
                                engine -> {
                                    engine.instrument(symbol);
                                    return id.isPresent()
                                            ? engine.state().order(id.get())
                                            : engine.state()
                                                    .order(call.account(), clientId.orElseThrow());
                                })
                        .filter(found ->
                                found.account().equals(call.account())
                                        && found.terms().symbol().equals(symbol))
                        .orElseThrow(() -> new Refusal(-2013, "Order does not exist."));
        if (clientId.isPresent() && !clientId.get().equals(order.terms().clientOrderId())) {
            throw new Refusal(-2039, "Client order ID is not correct for this order ID.");
        }
        return OrderReports.query(order);
    }

    private JsonNode openOrders(Call call) {
        var symbol = call.params().text("symbol").orElse(null);
        return array(
                venue.read(engine -> {
                    if (symbol != null) {
                        engine.instrument(symbol);
                    }
                    return engine.state().open(call.account(), symbol);
                }),
                OrderReports::query);
    }

    private JsonNode allOrders(Call call) {
        var symbol = call.params().required("symbol");
        var fromId = call.params().number("orderId");
        var from = call.params().number("startTime").orElse(Long.MIN_VALUE);
        var to = call.params().number("endTime").orElse(Long.MAX_VALUE);
        requireOneDay(call, from, to);
        var limit = call.params().limit(500, 1000);
        var found =
                venue.read(engine -> {
                    engine.instrument(symbol);
                    return engine.state()
                            .orders(order ->
                                    order.account().equals(call.account())
                                            && order.terms().symbol().equals(symbol)
                                            && order.id() >= fromId.orElse(Long.MIN_VALUE)
                                            && order.time() >= from
                                            && order.time() <= to);
                });
        var fromTheStart = fromId.isPresent() || call.params().number("startTime").isPresent();
        return array(page(found, limit, fromTheStart), OrderReports::query);
    }

    private JsonNode trades(Call call) {
        var symbol = call.params().required("symbol");
        var orderId = call.params().number("orderId");
        var fromId = call.params().number("fromId");
        var from = call.params().number("startTime").orElse(Long.MIN_VALUE);
        var to = call.params().number("endTime").orElse(Long.MAX_VALUE);
        requireOneDay(call, from, to);
        requireKnownCombination(call);
        var limit = call.params().limit(500, 1000);
        var found =
                venue.read(engine -> {
                    engine.instrument(symbol);
                    return engine.state()
                            .trades(trade ->
                                    trade.order().account().equals(call.account())
                                            && trade.order().terms().symbol().equals(symbol)
                                            && trade.order().id()
                                                    == orderId.orElse(trade.order().id())
                                            && trade.fill().tradeId()
                                                    >= fromId.orElse(Long.MIN_VALUE)
                                            && trade.time() >= from
                                            && trade.time() <= to);
                });
        var fromTheStart = fromId.isPresent() || call.params().number("startTime").isPresent();
        return array(page(found, limit, fromTheStart), (Trade trade) -> OrderReports.trade(trade));
    }

    private static void requireOneDay(Call call, long from, long to) {
        var both =
                call.params().number("startTime").isPresent()
                        && call.params().number("endTime").isPresent();
        if (both && to - from > DAY) {
            throw new Refusal(-1127, "More than 24 hours between startTime and endTime.");
        }
    }

    /** fromId goes with nothing but orderId, orderId with nothing but fromId. */
    private static void requireKnownCombination(Call call) {
        var timed =
                call.params().text("startTime").isPresent()
                        || call.params().text("endTime").isPresent();
        var numbered =
                call.params().text("fromId").isPresent()
                        || call.params().text("orderId").isPresent();
        if (timed && numbered) {
            throw new Refusal(-1128, "Combination of optional parameters invalid.");
        }
    }

    static <T> List<T> page(List<T> all, int limit, boolean fromTheStart) {
        var excess = Math.max(0, all.size() - limit);
        return fromTheStart ? all.subList(0, all.size() - excess) : all.subList(excess, all.size());
    }

    private ObjectNode list(Call call) {
        var id = call.params().number("orderListId");
        var clientId = call.params().text("origClientOrderId");
        if (id.isEmpty() && clientId.isEmpty()) {
            throw new Refusal(
                    -1102,
                    "Param 'origClientOrderId' or 'orderListId' must be sent, but both were empty/null!");
        }
        return venue.read(engine ->
                (id.isPresent()
                                ? engine.state().list(id.get())
                                : engine.state().list(call.account(), clientId.orElseThrow()))
                        .filter(list -> list.account().equals(call.account()))
                        .map(list -> report(engine, list))
                        .orElseThrow(() -> new Refusal(-2018, "Order list does not exist.")));
    }

    private JsonNode lists(Call call, boolean openOnly) {
        var fromId = call.params().number("fromId");
        var from = call.params().number("startTime");
        var to = call.params().number("endTime");
        if (fromId.isPresent() && (from.isPresent() || to.isPresent())) {
            throw new Refusal(-1128, "Combination of optional parameters invalid.");
        }
        requireOneDay(call, from.orElse(Long.MIN_VALUE), to.orElse(Long.MAX_VALUE));
        var limit = call.params().limit(500, 1000);
        var fromTheStart = fromId.isPresent() || from.isPresent();
        return venue.read(engine -> {
            var found =
                    engine.state()
                            .lists(list ->
                                    list.account().equals(call.account())
                                            && !(openOnly && list.done())
                                            && list.id() >= fromId.orElse(Long.MIN_VALUE)
                                            && list.time() >= from.orElse(Long.MIN_VALUE)
                                            && list.time() <= to.orElse(Long.MAX_VALUE));
            return array(
                    page(found, limit, fromTheStart), (OrderList list) -> report(engine, list));
        });
    }

    private static ObjectNode report(Engine engine, OrderList list) {
        var orders =
                list.orders().stream().flatMap(id -> engine.state().order(id).stream()).toList();
        return OrderReports.list(list, orders);
    }

    static <T> JsonNode array(List<T> items, Function<T, ? extends JsonNode> report) {
        var array = JsonNodeFactory.instance.arrayNode();
        items.forEach(item -> array.add(report.apply(item)));
        return array;
    }

    /** Orders as the control interface shows them: like REST. */
    static JsonNode reports(List<Order> orders) {
        return array(orders, OrderReports::query);
    }
}
