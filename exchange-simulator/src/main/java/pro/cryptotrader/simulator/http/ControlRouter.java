package pro.cryptotrader.simulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Function;
import pro.cryptotrader.simulator.matching.Refusal;
import pro.cryptotrader.simulator.venue.Venue;
import pro.cryptotrader.simulator.venue.VenueService;

/** The control interface under /sim/v1: what only a simulated venue has. */
@ApplicationScoped
public class ControlRouter {
    private static final long LARGEST_BODY = 65_536;

    private final ControlApi control;
    private final FaultApi faults;
    private final Venue venue;
    private final VenueService service;
    private final ObjectMapper json = new ObjectMapper();

    /** Controls {@code venue}. */
    public ControlRouter(ControlApi control, FaultApi faults, Venue venue, VenueService service) {
        this.control = control;
        this.faults = faults;
        this.venue = venue;
        this.service = service;
    }

    void routes(@Observes Router router) {
        router.route("/sim/v1/*").handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY));
        router.get("/sim/v1/status").blockingHandler(with(_ -> control.status()), false);
        router.get("/sim/v1/ledger").handler(this::ledger);
        router.get("/sim/v1/accounts/:id")
                .blockingHandler(with(context -> control.account(path(context, "id"))), false);
        router.post("/sim/v1/accounts")
                .blockingHandler(with(context -> control.open(body(context))), false);
        router.post("/sim/v1/market/shock")
                .blockingHandler(with(context -> control.shock(body(context))), false);
        router.post("/sim/v1/speed")
                .blockingHandler(with(context -> control.speed(body(context))), false);
        router.get("/sim/v1/faults").blockingHandler(with(_ -> faults.all()), false);
        router.post("/sim/v1/faults")
                .blockingHandler(with(context -> faults.add(body(context))), false);
        router.delete("/sim/v1/faults").blockingHandler(with(_ -> faults.clear()), false);
        router.get("/sim/v1/faults/:id")
                .blockingHandler(with(context -> faults.find(path(context, "id"))), false);
        router.delete("/sim/v1/faults/:id")
                .blockingHandler(with(context -> faults.remove(path(context, "id"))), false);
        service.start();
    }

    private static String path(RoutingContext context, String name) {
        return String.valueOf(context.pathParam(name));
    }

    private static Handler<RoutingContext> with(Function<RoutingContext, JsonNode> answer) {
        return context -> {
            try {
                send(context, 200, answer.apply(context));
            } catch (IllegalArgumentException e) {
                var posted = context.request().method().equals(HttpMethod.POST);
                send(
                        context,
                        posted ? 400 : 404,
                        OrderReports.object().put("error", e.getMessage()));
            } catch (Refusal refusal) {
                send(context, Failures.status(refusal), Failures.body(refusal));
            }
        };
    }

    private JsonNode body(RoutingContext context) {
        var body = context.body().asString();
        try {
            var node = json.readTree(body == null ? "" : body);
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            // Said below.
        }
        throw new IllegalArgumentException("the body must be a JSON object");
    }

    private void ledger(RoutingContext context) {
        context.response()
                .putHeader("Content-Type", "application/x-ndjson")
                .sendFile(venue.books().ledger().toString());
    }

    private static void send(RoutingContext context, int status, JsonNode answer) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json;charset=UTF-8")
                .end(answer.toString());
    }
}
