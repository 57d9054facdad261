package pro.cryptotrader.simulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import pro.cryptotrader.simulator.matching.Refusal;
import pro.cryptotrader.simulator.venue.Venue;
import pro.cryptotrader.simulator.venue.VenueService;

/** HTTP in, JSON out: finds the endpoint, checks the signature, counts the weight. */
@ApplicationScoped
public class VenueRouter {
    private static final Logger LOG = Logger.getLogger(VenueRouter.class);
    private static final Pattern SIGNATURE = Pattern.compile("(^|&)signature=[^&]*");
    private static final long MINUTE = 60_000;
    private static final long LARGEST_BODY = 65_536;

    private final Endpoints endpoints;
    private final Signatures signatures;
    private final ControlApi control;
    private final Venue venue;
    private final VenueService service;
    private final InstantSource wall;
    private final ObjectMapper json = new ObjectMapper();
    private final Weights weights = new Weights(MINUTE);
    private final Weights ordersIn10Seconds = new Weights(10_000);
    private final Weights ordersInDay = new Weights(1440 * MINUTE);

    /** Everything that can be called. */
    public VenueRouter(
            Endpoints endpoints,
            ControlApi control,
            Signatures signatures,
            Venue venue,
            VenueService service,
            InstantSource wall) {
        this.endpoints = endpoints;
        this.signatures = signatures;
        this.control = control;
        this.venue = venue;
        this.service = service;
        this.wall = wall;
    }

    void routes(@Observes Router router) {
        var body = BodyHandler.create(false).setBodyLimit(LARGEST_BODY);
        router.route("/api/v3/*").handler(body).blockingHandler(this::binance, false);
        router.get("/sim/v1/status")
                .blockingHandler(context -> sim(context, control::status), false);
        router.get("/sim/v1/ledger").handler(this::ledger);
        router.get("/sim/v1/accounts/:id")
                .blockingHandler(
                        context ->
                                sim(
                                        context,
                                        () ->
                                                control.account(
                                                        String.valueOf(context.pathParam("id")))),
                        false);
        router.post("/sim/v1/accounts")
                .handler(body)
                .blockingHandler(context -> sim(context, () -> control.open(read(context))), false);
        router.post("/sim/v1/market/shock")
                .handler(body)
                .blockingHandler(
                        context -> sim(context, () -> control.shock(read(context))), false);
        router.post("/sim/v1/speed")
                .handler(body)
                .blockingHandler(
                        context -> sim(context, () -> control.speed(read(context))), false);
        service.start();
    }

    private void binance(RoutingContext context) {
        var now = wall.millis();
        var method = context.request().method();
        var endpoint = endpoints.find(method.name(), String.valueOf(context.request().path()));
        if (endpoint == null) {
            context.response().setStatusCode(404).end();
            return;
        }
        var used = weights.add("weight", endpoint.weight(), now);
        context.response()
                .putHeader("X-MBX-USED-WEIGHT", Integer.toString(used))
                .putHeader("X-MBX-USED-WEIGHT-1M", Integer.toString(used));
        try {
            var answer = answer(context, endpoint, method);
            send(context, 200, answer);
        } catch (Refusal refusal) {
            send(context, Failures.status(refusal), Failures.body(refusal));
        } catch (Failures.Detailed failure) {
            send(context, failure.status(), failure.body());
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s %s failed", method, context.request().path());
            var failure =
                    new Refusal(
                            -1001,
                            "Internal error; unable to process your request. Please try again.");
            send(context, 500, Failures.body(failure));
        }
    }

    private JsonNode answer(RoutingContext context, Endpoint endpoint, HttpMethod method) {
        var query = context.request().query() == null ? "" : context.request().query();
        var sent = context.body().asString();
        var body = sent == null || method.equals(HttpMethod.GET) ? "" : sent;
        var params = Params.of(query, body);
        if (!endpoint.signed()) {
            return endpoint.handler().answer(new Endpoint.Call(params, ""));
        }
        var apiKey = context.request().getHeader("X-MBX-APIKEY");
        var payload =
                SIGNATURE.matcher(query).replaceAll("") + SIGNATURE.matcher(body).replaceAll("");
        var account = signatures.account(apiKey == null ? "" : apiKey, payload, params);
        var answer = endpoint.handler().answer(new Endpoint.Call(params, account));
        if (endpoint.orders() > 0) {
            var now = wall.millis();
            var short10 = ordersIn10Seconds.add(account, endpoint.orders(), now);
            var day = ordersInDay.add(account, endpoint.orders(), now);
            context.response()
                    .putHeader("X-MBX-ORDER-COUNT-10S", Integer.toString(short10))
                    .putHeader("X-MBX-ORDER-COUNT-1D", Integer.toString(day));
        }
        return answer;
    }

    private void sim(RoutingContext context, Supplier<JsonNode> answer) {
        try {
            send(context, 200, answer.get());
        } catch (IllegalArgumentException e) {
            var missing = context.request().method().equals(HttpMethod.GET);
            send(context, missing ? 404 : 400, OrderReports.object().put("error", e.getMessage()));
        } catch (Refusal refusal) {
            send(context, Failures.status(refusal), Failures.body(refusal));
        }
    }

    private JsonNode read(RoutingContext context) {
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
