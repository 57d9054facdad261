package pro.cryptotrader.simulator.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import pro.cryptotrader.simulator.matching.Refusal;

/** Binance's REST interface: HTTP in, JSON out. */
@ApplicationScoped
public class VenueRouter {
    private static final Pattern SIGNATURE = Pattern.compile("^signature=[^&]*&?|&signature=[^&]*");
    private static final long LARGEST_BODY = 65_536;

    private final Dispatcher dispatcher;

    /** All calls go through {@code dispatcher}. */
    public VenueRouter(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    void routes(@Observes Router router) {
        var body = BodyHandler.create(false).setBodyLimit(LARGEST_BODY);
        router.route("/api/v3/*").handler(body).blockingHandler(this::answer, false);
    }

    private void answer(RoutingContext context) {
        var method = context.request().method();
        var call = method.name() + ' ' + context.request().path();
        var endpoint = dispatcher.find(call);
        if (endpoint.isEmpty()) {
            context.response().setStatusCode(404).end();
            return;
        }
        Reply reply;
        try {
            var unit = TimeUnit.of(context.request().getHeader("X-MBX-TIME-UNIT"));
            reply = dispatcher.answer(endpoint.get(), request(context, call)).in(unit);
        } catch (Refusal unreadable) {
            reply = Reply.refused(unreadable);
        }
        send(context, reply);
    }

    private static Request request(RoutingContext context, String call) {
        var request = context.request();
        var query = request.query() == null ? "" : request.query();
        var sent = context.body().asString();
        var body = sent == null || request.method().equals(HttpMethod.GET) ? "" : sent;
        var payload =
                SIGNATURE.matcher(query).replaceAll("") + SIGNATURE.matcher(body).replaceAll("");
        var apiKey = request.getHeader("X-MBX-APIKEY");
        return new Request(
                "REST",
                request.remoteAddress().hostAddress(),
                call,
                apiKey == null ? "" : apiKey,
                payload,
                null,
                Params.of(query, body));
    }

    private static void send(RoutingContext context, Reply reply) {
        if (reply.cut()) {
            context.request().connection().close();
            return;
        }
        var response = context.response().setStatusCode(reply.status());
        reply.headers().forEach(response::putHeader);
        if (reply.body().isTextual()) {
            response.putHeader("Content-Type", "text/html").end(reply.body().asText());
        } else {
            response.putHeader("Content-Type", "application/json;charset=UTF-8")
                    .end(reply.body().toString());
        }
    }
}
