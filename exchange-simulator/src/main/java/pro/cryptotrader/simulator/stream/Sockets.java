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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.simulator.fault.Effect;
import pro.cryptotrader.simulator.fault.Effect.SocketKind;
import pro.cryptotrader.simulator.fault.Fault;
import pro.cryptotrader.simulator.fault.Faults;
import pro.cryptotrader.simulator.fault.Scope;
import pro.cryptotrader.simulator.venue.Venue;

/** Turns HTTP requests into WebSocket connections: /ws, /stream and /ws-api/v3. */
@ApplicationScoped
public class Sockets {
    private static final long PING_MILLIS = 20_000;
    private static final long FAULT_MILLIS = 50;

    private final Venue venue;
    private final MarketStreams market;
    private final SubscriptionProtocol subscriptions;
    private final WebSocketApi api;
    private final UserStreams users;
    private final InstantSource wall;
    private final Vertx vertx;
    private final Faults faults;
    private final Map<Client, SocketKind> clients = new ConcurrentHashMap<>();

    /** Serves all three. */
    public Sockets(
            Venue venue,
            MarketStreams market,
            SubscriptionProtocol subscriptions,
            WebSocketApi api,
            UserStreams users,
            InstantSource wall,
            Vertx vertx,
            Faults faults) {
        this.venue = venue;
        this.market = market;
        this.subscriptions = subscriptions;
        this.api = api;
        this.users = users;
        this.wall = wall;
        this.vertx = vertx;
        this.faults = faults;
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
        vertx.setPeriodic(
                PING_MILLIS, _ -> clients.keySet().forEach(client -> client.ping(wall.millis())));
        faults.onBegin(this::cut);
        vertx.setPeriodic(FAULT_MILLIS, _ -> vertx.executeBlocking(this::observeFaults, false));
    }

    private void cut(Fault fault) {
        if (fault.effect() instanceof Effect.CutSockets cut) {
            clients.forEach((client, kind) -> {
                if (cut.sockets().covers(kind) && concerns(fault.scope().account(), client)) {
                    client.cut();
                }
            });
            faults.struck(fault);
        }
    }

    private boolean concerns(@Nullable String account, Client client) {
        return account == null || users.accounts(client).contains(account);
    }

    private boolean observeFaults() {
        faults.expire();
        var silences =
                faults.all().stream()
                        .filter(fault -> fault.state() == Fault.State.ACTIVE)
                        .filter(fault -> fault.effect() instanceof Effect.SilenceSockets)
                        .toList();
        clients.forEach((client, kind) ->
                client.silent(
                        silences.stream()
                                .anyMatch(fault ->
                                        fault.effect() instanceof Effect.SilenceSockets silence
                                                && silence.sockets().covers(kind)
                                                && concerns(fault.scope().account(), client))));
        return true;
    }

    /** Whether new sockets are refused, and if so does it. */
    private boolean refused(RoutingContext context, SocketKind kind) {
        var refused =
                faults.lasting(Effect.CutSockets.class, Scope.Target.venue()).stream()
                        .anyMatch(cut -> cut.sockets().covers(kind));
        if (refused) {
            context.response().setStatusCode(503).end();
        }
        return refused;
    }

    private static String path(RoutingContext context, String prefix) {
        var path = String.valueOf(context.request().path()).substring(prefix.length());
        return URLDecoder.decode(path, StandardCharsets.UTF_8);
    }

    private static List<String> names(String joined) {
        return Arrays.stream(joined.split("/")).filter(name -> !name.isBlank()).toList();
    }

    private void market(RoutingContext context, boolean combined, List<String> streams) {
        if (refused(context, SocketKind.MARKET)) {
            return;
        }
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
                    clients.put(client, SocketKind.MARKET);
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
        if (refused(context, SocketKind.API)) {
            return;
        }
        context.request().pause();
        context.request()
                .toWebSocket()
                .onSuccess(socket -> {
                    var client =
                            new Client(
                                    socket, context.request().connection(), false, wall.millis());
                    clients.put(client, SocketKind.API);
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
