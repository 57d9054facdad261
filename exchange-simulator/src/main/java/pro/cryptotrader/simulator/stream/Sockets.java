package pro.cryptotrader.simulator.stream;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import pro.cryptotrader.simulator.fault.Effect.SocketKind;
import pro.cryptotrader.simulator.venue.Venue;

/** Turns HTTP requests into WebSocket connections: /ws, /stream and /ws-api/v3. */
@ApplicationScoped
public class Sockets {
    private final Venue venue;
    private final MarketStreams market;
    private final SubscriptionProtocol subscriptions;
    private final WebSocketApi api;
    private final UserStreams users;
    private final Clients clients;
    private final StreamSettings settings;
    private final InstantSource wall;
    private final Vertx vertx;

    /** Serves all three. */
    public Sockets(
            Venue venue,
            MarketStreams market,
            SubscriptionProtocol subscriptions,
            WebSocketApi api,
            UserStreams users,
            Clients clients,
            StreamSettings settings,
            InstantSource wall,
            Vertx vertx) {
        this.venue = venue;
        this.market = market;
        this.subscriptions = subscriptions;
        this.api = api;
        this.users = users;
        this.clients = clients;
        this.settings = settings;
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
        clients.watch(vertx);
    }

    void goodbye(@Observes ShutdownDelayInitiatedEvent event) {
        clients.announceShutdown(venue.time());
    }

    private static String path(RoutingContext context, String prefix) {
        var path = String.valueOf(context.request().path()).substring(prefix.length());
        return URLDecoder.decode(path, StandardCharsets.UTF_8);
    }

    private static List<String> names(String joined) {
        return Arrays.stream(joined.split("/")).filter(name -> !name.isBlank()).toList();
    }

    private void market(RoutingContext context, boolean combined, List<String> streams) {
        open(
                context,
                SocketKind.MARKET,
                combined,
                (socket, client) -> {
                    socket.closeHandler(_ -> {
                        clients.remove(client);
                        market.forget(client);
                    });
                    socket.textMessageHandler(text -> {
                        if (client.counts(wall.millis(), settings.messagesPerSecond())) {
                            client.send(subscriptions.answer(client, text));
                        } else {
                            client.cut();
                        }
                    });
                    streams.forEach(stream -> market.subscribe(client, stream));
                });
    }

    private void api(RoutingContext context) {
        open(
                context,
                SocketKind.API,
                false,
                (socket, client) -> {
                    var session = api.session(client);
                    socket.closeHandler(_ -> {
                        clients.remove(client);
                        users.forget(client);
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
    }

    private void open(
            RoutingContext context,
            SocketKind kind,
            boolean combined,
            BiConsumer<ServerWebSocket, Client> begin) {
        var request = context.request();
        var refusal = clients.refusal(kind, request.remoteAddress().hostAddress());
        if (refusal > 0) {
            context.response().setStatusCode(refusal).end();
            return;
        }
        request.pause();
        request.toWebSocket()
                .onSuccess(socket -> {
                    var client =
                            new Client(
                                    socket,
                                    request.connection(),
                                    combined,
                                    new Pulse(settings, wall.millis()));
                    clients.add(client, kind);
                    socket.pongHandler(payload -> client.pong(payload, wall.millis()));
                    begin.accept(socket, client);
                });
        request.resume();
    }
}
