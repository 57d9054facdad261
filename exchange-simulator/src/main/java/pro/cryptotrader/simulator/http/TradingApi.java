package pro.cryptotrader.simulator.http;

import static pro.cryptotrader.simulator.http.Endpoint.placing;
import static pro.cryptotrader.simulator.http.Endpoint.signed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import pro.cryptotrader.simulator.http.Endpoint.Call;
import pro.cryptotrader.simulator.matching.Amounts;
import pro.cryptotrader.simulator.matching.Commission.Rates;
import pro.cryptotrader.simulator.matching.Fact;
import pro.cryptotrader.simulator.matching.ListKind;
import pro.cryptotrader.simulator.matching.OrderTerms;
import pro.cryptotrader.simulator.venue.Venue;

/** The calls that place, change and cancel orders, and tell what changed. */
@Singleton
public class TradingApi {
    private final Venue venue;
    private final CancelApi cancels;
    private final HistoryApi history;
    private final CancelReplaceApi replacements;

    /** Trades at {@code venue}. */
    public TradingApi(Venue venue) {
        this.venue = venue;
        cancels = new CancelApi(venue);
        history = new HistoryApi(venue);
        replacements = new CancelReplaceApi(venue, cancels);
    }

    List<Endpoint> endpoints() {
        var endpoints = new ArrayList<>(cancels.endpoints());
        endpoints.addAll(history.endpoints());
        endpoints.addAll(replacements.endpoints());
        endpoints.addAll(
                List.of(
                        placing("/api/v3/order", 1, this::enter),
                        signed("POST", "/api/v3/order/test", 1, this::test),
                        signed("PUT", "/api/v3/order/amend/keepPriority", 4, this::amend),
                        placing("/api/v3/orderList/oco", 2, call -> enterList(ListKind.OCO, call)),
                        placing("/api/v3/orderList/oto", 2, call -> enterList(ListKind.OTO, call)),
                        placing(
                                "/api/v3/orderList/otoco",
                                3,
                                call -> enterList(ListKind.OTOCO, call)),
                        placing("/api/v3/orderList/opo", 2, call -> enterList(ListKind.OPO, call)),
                        placing(
                                "/api/v3/orderList/opoco",
                                3,
                                call -> enterList(ListKind.OPOCO, call))));
        return List.copyOf(endpoints);
    }

    private OrderRequests requests(Call call) {
        return OrderRequests.of(call.params(), venue);
    }

    private ObjectNode enter(Call call) {
        var terms = requests(call).single();
        var facts =
                venue.command(
                        call.account(),
                        "order " + call.params().summary(),
                        (engine, time) -> engine.enter(call.account(), terms, time));
        return new Outcome(facts).report(call.params());
    }

    private ObjectNode test(Call call) {
        var terms = requests(call).single();
        return venue.read(engine -> {
            engine.check(call.account(), terms, engine.state().lastTime());
            return call.params().text("computeCommissionRates").orElse("false").equals("true")
                    ? rates(call.account(), terms)
                    : OrderReports.object();
        });
    }

    private ObjectNode rates(String account, OrderTerms terms) {
        return venue.read(engine -> {
            var commission = engine.rules().commission(terms.symbol());
            var node = OrderReports.object();
            node.set("standardCommissionForOrder", rates(commission.standard(), terms));
            node.set("specialCommissionForOrder", rates(commission.special(), terms));
            node.set("taxCommissionForOrder", rates(commission.tax(), terms));
            var discount = commission.discount();
            node.putObject("discount")
                    .put("enabledForAccount", engine.state().settings(account).paysWithDiscount())
                    .put("enabledForSymbol", discount.enabledForSymbol())
                    .put("discountAsset", discount.asset())
                    .put("discount", Amounts.text(discount.rate()));
            return node;
        });
    }

    private static ObjectNode rates(Rates rates, OrderTerms terms) {
        return OrderReports.object()
                .put("maker", Amounts.text(rates.of(terms.side(), true)))
                .put("taker", Amounts.text(rates.of(terms.side(), false)));
    }

    private ObjectNode enterList(ListKind kind, Call call) {
        var terms = requests(call).list(kind);
        var listId = OrderRequests.clientId(call.params(), "listClientOrderId");
        var facts =
                venue.command(
                        call.account(),
                        "orderList/" + kind + ' ' + call.params().summary(),
                        (engine, time) -> engine.enter(call.account(), kind, listId, terms, time));
        return new Outcome(facts).listReport(call.params());
    }

    private ObjectNode amend(Call call) {
        var quantity = call.params().requiredAmount("newQty");
        var order = cancels.find(call, "orderId", "origClientOrderId", -2038);
        var clientId = OrderRequests.clientId(call.params(), "newClientOrderId");
        var facts =
                venue.command(
                        call.account(),
                        "amend " + call.params().summary(),
                        (engine, time) ->
                                engine.amend(call.account(), order.id(), clientId, quantity, time));
        var changed =
                facts.stream()
                        .filter(Fact.OrderChanged.class::isInstance)
                        .map(Fact.OrderChanged.class::cast)
                        .filter(fact -> fact.order().id() == order.id())
                        .findFirst()
                        .orElseThrow();
        var node =
                OrderReports.object()
                        .put("transactTime", changed.time())
                        .put("executionId", changed.executionId());
        node.set(
                "amendedOrder",
                OrderReports.amended(changed.order(), order.terms().clientOrderId()));
        venue.read(engine -> engine.state().list(order.listId()))
                .ifPresent(list -> node.set("listStatus", cancels.listStatus(list)));
        return node;
    }
}
