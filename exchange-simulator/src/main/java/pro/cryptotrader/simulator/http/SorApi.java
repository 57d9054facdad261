package pro.cryptotrader.simulator.http;

import static pro.cryptotrader.simulator.http.Endpoint.placing;
import static pro.cryptotrader.simulator.http.Endpoint.signed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import pro.cryptotrader.simulator.http.Endpoint.Call;
import pro.cryptotrader.simulator.matching.Refusal;
import pro.cryptotrader.simulator.matching.Trade;
import pro.cryptotrader.simulator.venue.Venue;

/** Smart order routing: orders that reach several books, and what was allocated to them. */
final class SorApi {
    private final Venue venue;
    private final OrderTests tests;

    SorApi(Venue venue, OrderTests tests) {
        this.venue = venue;
        this.tests = tests;
    }

    List<Endpoint> endpoints() {
        return List.of(
                placing("/api/v3/sor/order", 1, this::enter),
                signed(
                        "POST",
                        "/api/v3/sor/order/test",
                        OrderTests::weight,
                        call -> tests.test(call, requests(call).routed())),
                signed("GET", "/api/v3/myAllocations", 20, this::allocations));
    }

    private OrderRequests requests(Call call) {
        return OrderRequests.of(call.params(), venue);
    }

    private ObjectNode enter(Call call) {
        var terms = requests(call).routed();
        var facts =
                venue.command(
                        call.account(),
                        "sor/order " + call.params().summary(),
                        (engine, time) -> engine.enter(call.account(), terms, time));
        return new Outcome(facts).report(call.params());
    }

    private JsonNode allocations(Call call) {
        var symbol = call.params().required("symbol");
        var orderId = call.params().number("orderId");
        var fromId = call.params().number("fromAllocationId");
        var period = Period.of(call.params());
        if (period.given() && (orderId.isPresent() || fromId.isPresent())) {
            throw new Refusal(-1128, "Combination of optional parameters invalid.");
        }
        var limit = call.params().limit(500, 1000);
        var found =
                venue.read(engine -> {
                    engine.instrument(symbol);
                    return engine.state()
                            .allocations(each ->
                                    belongs(each, call.account(), symbol)
                                            && each.order().id()
                                                    == orderId.orElse(each.order().id())
                                            && each.fill().allocationId() >= fromId.orElse(0L)
                                            && period.contains(each.time()));
                });
        return QueryApi.array(
                QueryApi.page(found, limit, !period.endsOnly()), OrderReports::allocation);
    }

    private static boolean belongs(Trade allocation, String account, String symbol) {
        return allocation.order().account().equals(account)
                && allocation.order().terms().symbol().equals(symbol);
    }
}
