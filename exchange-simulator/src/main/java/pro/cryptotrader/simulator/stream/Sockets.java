package pro.cryptotrader.simulator.stream;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import pro.cryptotrader.simulator.venue.Venue;

/** Turns HTTP requests into WebSocket connections: /ws, /stream and /ws-api/v3. */
@ApplicationScoped
public class Sockets {
    private static final long PING_MILLIS = 20_000;

    private final Venue venue;
    private final MarketStreams market;
    private final SubscriptionProtocol subscriptions;
    private final WebSocketApi api;
    private final UserStreams users;
    private final InstantSource wall;
    private final Vertx vertx;
    private final Set<Client> clients = ConcurrentHashMap.newKeySet();

    /** Serves all three. */
    public Sockets(
            Venue venue,
            MarketStreams market,
            SubscriptionProtocol subscriptions,
            WebSocketApi api,
            UserStreams users,
            InstantSource wall,
            Vertx vertx) {
        this.venue = venue;
        this.market = market;
        this.subscriptions = subscriptions;
        this.api = api;
        this.users = users;
        this.wall = wall;
        this.vertx = vertx;
    }

    void routes(@Observes Router router) {
        venue.attend(market);
        venue.attend(users);
        router.get("/ws").handler(context -> market(context, false, List.of()));
        router.get("/ws/*")
                .handler(context -> market(context, false, names(path(context, "/ws/"))));
        router.get("/stream")
                .handler(context -> {
                    var streams = context.request().getParam("streams");
                    market(context, true, streams == null ? List.of() : names(streams));
                });
        router.get("/ws-api/v3").handler(this::api);
        vertx.setPeriodic(PING_MILLIS, _ -> clients.forEach(client -> client.ping(wall.millis())));
    }

    private static String path(RoutingContext context, String prefix) {
        var path = String.valueOf(context.request().path()).substring(prefix.length());
        return URLDecoder.decode(path, StandardCharsets.UTF_8);
    }

    private static List<String> names(String joined) {
        return Arrays.stream(joined.split("/")).filter(name -> !name.isBlank()).toList();
    }

    private void market(RoutingContext context, boolean combined, List<String> streams) {
        context.request().pause();
        context.request()
                .toWebSocket()
                .onSuccess(socket -> {
                    var client =
                            new Client(
                                    socket,
                                    context.request().connection(),
                                    combined,
                                    wall.millis());
                    clients.add(client);
                    socket.pongHandler(_ -> client.pong(wall.millis()));
                    socket.closeHandler(_ -> {
                        clients.remove(client);
                        market.forget(client);
                    });
                    socket.textMessageHandler(
                            text -> client.send(subscriptions.answer(client, text)));
                    streams.forEach(stream -> market.subscribe(client, stream));
                });
        context.request().resume();
    }

    private void api(RoutingContext context) {
        context.request().pause();
        context.request()
                .toWebSocket()
                .onSuccess(socket -> {
                    var client =
                            new Client(
                                    socket, context.request().connection(), false, wall.millis());
                    clients.add(client);
                    var session = api.session(client);
                    socket.pongHandler(_ -> client.pong(wall.millis()));
                    socket.closeHandler(_ -> {
                        clients.remove(client);
                        users.unsubscribeAll(client);
                    });
                    // One frame after the other, off the event loop: a command writes the ledger.
                    socket.textMessageHandler(text ->
                            vertx.executeBlocking(
                                    () -> {
                                        session.answer(text);
                                        return true;
                                    },
                                    true));
                });
        context.request().resume();
    }
}
