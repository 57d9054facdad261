package pro.cryptotrader.simulator.http;

import static pro.cryptotrader.simulator.http.Endpoint.signed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import pro.cryptotrader.simulator.http.Endpoint.Call;
import pro.cryptotrader.simulator.matching.Amendment;
import pro.cryptotrader.simulator.matching.Prevention;
import pro.cryptotrader.simulator.matching.Refusal;
import pro.cryptotrader.simulator.venue.Venue;

/** What became of orders besides fills: prevented matches and amendments. */
final class HistoryApi {
    private final Venue venue;

    HistoryApi(Venue venue) {
        this.venue = venue;
    }

    List<Endpoint> endpoints() {
        return List.of(
                signed(
                        "GET",
                        "/api/v3/myPreventedMatches",
                        params -> params.text("orderId").isPresent() ? 20 : 2,
                        this::preventions),
                signed("GET", "/api/v3/order/amendments", 4, this::amendments));
    }

    private JsonNode preventions(Call call) {
        var symbol = call.params().required("symbol");
        var matchId = call.params().number("preventedMatchId");
        var orderId = call.params().number("orderId");
        var from = call.params().number("fromPreventedMatchId");
        if (matchId.isPresent() == orderId.isPresent() || (from.isPresent() && orderId.isEmpty())) {
            throw new Refusal(-1128, "Combination of optional parameters invalid.");
        }
        var limit = call.params().limit(500, 1000);
        var found =
                venue.read(engine -> {
                    engine.instrument(symbol);
                    return engine.state()
                            .preventions(match ->
                                    match.symbol().equals(symbol)
                                            && (owns(call, match.takerOrderId())
                                                    || owns(call, match.makerOrderId()))
                                            && match.matchId() == matchId.orElse(match.matchId())
                                            && match.matchId() >= from.orElse(0L)
                                            && orderId.map(id -> concerns(match, id)).orElse(true));
                });
        return QueryApi.array(found.stream().limit(limit).toList(), OrderReports::prevention);
    }

    private static boolean concerns(Prevention match, long orderId) {
        return match.takerOrderId() == orderId || match.makerOrderId() == orderId;
    }

    private boolean owns(Call call, long orderId) {
        return venue.read(engine -> engine.state().order(orderId))
                .filter(order -> order.account().equals(call.account()))
                .isPresent();
    }

    private JsonNode amendments(Call call) {
        var symbol = call.params().required("symbol");
        var orderId = call.params().number("orderId");
        if (orderId.isEmpty()) {
            call.params().required("orderId");
        }
        var from = call.params().number("fromExecutionId");
        var limit = call.params().limit(500, 1000);
        var found =
                venue.read(engine -> {
                    engine.instrument(symbol);
                    return engine.state()
                            .amendments(amendment ->
                                    amendment.symbol().equals(symbol)
                                            && amendment.orderId() == orderId.orElseThrow()
                                            && amendment.executionId() >= from.orElse(0L)
                                            && owns(call, amendment.orderId()));
                });
        return QueryApi.array(
                found.stream().limit(limit).toList(),
                (Amendment amendment) -> OrderReports.amendment(amendment));
    }
}
