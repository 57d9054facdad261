package pro.cryptotrader.simulator.http;

import static pro.cryptotrader.simulator.http.Endpoint.placing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import pro.cryptotrader.simulator.http.Endpoint.Call;
import pro.cryptotrader.simulator.matching.Order;
import pro.cryptotrader.simulator.matching.Refusal;
import pro.cryptotrader.simulator.matching.Replacement;
import pro.cryptotrader.simulator.venue.Venue;

/** POST /api/v3/order/cancelReplace: two halves, each of which may fail. */
final class CancelReplaceApi {
    static final String CALL = "POST /api/v3/order/cancelReplace";
    private static final int TOO_MANY = 429;
    private static final int PARTIAL = 409;
    private static final int FAILED = 400;

    private final Venue venue;
    private final CancelApi cancels;

    CancelReplaceApi(Venue venue, CancelApi cancels) {
        this.venue = venue;
        this.cancels = cancels;
    }

    List<Endpoint> endpoints() {
        return List.of(placing("/api/v3/order/cancelReplace", 1, this::cancelReplace));
    }

    private ObjectNode cancelReplace(Call call) {
        var stops = stopsOnFailure(call.params());
        var excess = call.excess();
        if (!cancelsAnyway(call.params()) && excess != null) {
            throw excess;
        }
        var terms = OrderRequests.of(call.params(), venue).single();
        var cancelId = OrderRequests.clientId(call.params(), "cancelNewClientOrderId");
        var restriction = OrderRequests.restriction(call.params());
        var target = cancels.lookUp(call, "cancelOrderId", "cancelOrigClientOrderId");
        var request =
                new Replacement.Request(
                        target.map(Order::id).orElse(-1L),
                        cancelId,
                        restriction,
                        !stops,
                        excess == null ? null : excess.refusal());
        var replaced = new AtomicReference<Replacement>();
        venue.command(
                call.account(),
                "cancelReplace " + call.params().summary(),
                (engine, time) -> {
                    var outcome = engine.replace(call.account(), request, terms, time);
                    replaced.set(outcome);
                    var facts = new ArrayList<>(outcome.canceled());
                    facts.addAll(outcome.entered());
                    return facts;
                });
        return answer(replaced.get(), stops, call);
    }

    private static boolean stopsOnFailure(Params params) {
        return switch (params.required("cancelReplaceMode")) {
            case "STOP_ON_FAILURE" -> true;
            case "ALLOW_FAILURE" -> false;
            default -> throw invalid("cancelReplaceMode");
        };
    }

    /** Whether the old order is to go even if no new one may be placed. */
    private static boolean cancelsAnyway(Params params) {
        return switch (params.text("orderRateLimitExceededMode").orElse("DO_NOTHING")) {
            case "CANCEL_ONLY" -> true;
            case "DO_NOTHING" -> false;
            default -> throw invalid("orderRateLimitExceededMode");
        };
    }

    private static Refusal invalid(String name) {
        return new Refusal(-1130, "Data sent for parameter '%s' is not valid.".formatted(name));
    }

    private static ObjectNode answer(Replacement outcome, boolean stops, Call call) {
        var data =
                OrderReports.object()
                        .put(
                                "cancelResult",
                                outcome.cancelRefusal() == null ? "SUCCESS" : "FAILURE")
                        .put("newOrderResult", newOrderResult(outcome));
        var cancelRefusal = outcome.cancelRefusal();
        var enterRefusal = outcome.enterRefusal();
        data.set(
                "cancelResponse",
                cancelRefusal == null
                        ? new Outcome(outcome.canceled()).canceled().getFirst()
                        : Failures.body(cancelRefusal));
        JsonNode entered = JsonNodeFactory.instance.nullNode();
        if (enterRefusal != null) {
            entered = Failures.body(enterRefusal);
        } else if (outcome.attempted()) {
            entered = new Outcome(outcome.entered()).report(call.params());
        }
        data.set("newOrderResponse", entered);
        if (outcome.whole()) {
            return data;
        }
        throw failure(outcome, stops, call, data);
    }

    /**
     * Who stops on failure hears 429 if no order may be placed. An order that was not attempted
     * counts as an unfilled one nevertheless.
     */
    private static Failures.Detailed failure(
            Replacement outcome, boolean stops, Call call, ObjectNode data) {
        var excess = call.excess();
        if (excess != null && stops) {
            return new Failures.Detailed(
                    TOO_MANY, outcome.partial(), false, data, excess.headers());
        }
        return new Failures.Detailed(
                outcome.partial() ? PARTIAL : FAILED,
                outcome.partial(),
                excess == null && outcome.enterRefusal() == null,
                data,
                Map.of());
    }

    private static String newOrderResult(Replacement outcome) {
        if (!outcome.attempted()) {
            return "NOT_ATTEMPTED";
        }
        return outcome.enterRefusal() == null ? "SUCCESS" : "FAILURE";
    }
}
