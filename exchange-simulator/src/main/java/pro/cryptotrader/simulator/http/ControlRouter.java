package pro.cryptotrader.simulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Function;
import pro.cryptotrader.simulator.journal.LedgerDownload;
import pro.cryptotrader.simulator.journal.LedgerQuery;
import pro.cryptotrader.simulator.journal.RequestJournal;
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
    private final RequestJournal requests;
    private final VenueService service;
    private final ObjectMapper json = new ObjectMapper();

    /** Controls {@code venue}. */
    public ControlRouter(
            ControlApi control,
            FaultApi faults,
            Venue venue,
            RequestJournal requests,
            VenueService service) {
        this.control = control;
        this.faults = faults;
        this.venue = venue;
        this.requests = requests;
        this.service = service;
    }

    void routes(@Observes Router router) {
        router.route("/sim/v1/*").handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY));
        router.get("/sim/v1/status").blockingHandler(with(_ -> control.status()), false);
        router.get("/sim/v1/books").blockingHandler(with(_ -> control.books()), false);
        router.get("/sim/v1/ledger").blockingHandler(this::ledger, false);
        router.get("/sim/v1/accounts/:id")
                .blockingHandler(with(context -> control.account(path(context, "id"))), false);
        router.post("/sim/v1/accounts")
                .blockingHandler(with(context -> control.open(body(context))), false);
        router.post("/sim/v1/accounts/:id/keys")
                .blockingHandler(
                        with(context -> control.register(path(context, "id"), body(context))),
                        false);
        router.post("/sim/v1/market/shock")
                .blockingHandler(with(context -> control.shock(body(context))), false);
        router.post("/sim/v1/speed")
                .blockingHandler(with(context -> control.speed(body(context))), false);
        router.post("/sim/v1/stand")
                .blockingHandler(with(context -> control.stand(body(context))), false);
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

    /** Streams as fast as the reader reads; this worker thread waits for him. */
    private void ledger(RoutingContext context) {
        var response = context.response();
        LedgerQuery query;
        try {
            query = ledgerQuery(context.request());
        } catch (IllegalArgumentException e) {
            send(context, 400, OrderReports.object().put("error", e.getMessage()));
            return;
        }
        response.setChunked(true).putHeader("Content-Type", "application/x-ndjson");
        new LedgerDownload(venue.books().ledger(), requests.path())
                .stream(
                        query,
                        chunk ->
                                response.write(chunk)
                                        .toCompletionStage()
                                        .toCompletableFuture()
                                        .join());
        response.end();
    }

    private static LedgerQuery ledgerQuery(HttpServerRequest request) {
        var only = request.getParam("only");
        if (only != null && !only.equals("facts") && !only.equals("requests")) {
            throw new IllegalArgumentException(
                    "only is '%s', but must be facts or requests".formatted(only));
        }
        return new LedgerQuery(
                number(request, "from", 0),
                number(request, "since", Long.MIN_VALUE),
                request.getParam("account"),
                !"requests".equals(only),
                !"facts".equals(only));
    }

    private static long number(HttpServerRequest request, String name, long usual) {
        var text = request.getParam(name);
        if (text != null && !text.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException(
                    "%s is '%s', but must be a whole number".formatted(name, text));
        }
        return text == null ? usual : Long.parseLong(text);
    }

    private static void send(RoutingContext context, int status, JsonNode answer) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json;charset=UTF-8")
                .end(answer.toString());
    }
}
