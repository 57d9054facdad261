package pro.cryptotrader.simulator.stream;

import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.simulator.fault.Effect;
import pro.cryptotrader.simulator.fault.Effect.SocketKind;
import pro.cryptotrader.simulator.fault.Fault;
import pro.cryptotrader.simulator.fault.Faults;
import pro.cryptotrader.simulator.fault.Scope;
import pro.cryptotrader.simulator.http.ConnectionLimit;

/** All open sockets: pinged, cut at their age, and cut, silenced or refused as faults say. */
@Singleton
public class Clients {
    private static final long FAULT_MILLIS = 50;

    private final Faults faults;
    private final UserStreams users;
    private final StreamSettings settings;
    private final InstantSource wall;
    private final ConnectionLimit limit;
    private final Map<Client, SocketKind> clients = new ConcurrentHashMap<>();

    /** None yet. */
    public Clients(Faults faults, UserStreams users, StreamSettings settings, InstantSource wall) {
        this.faults = faults;
        this.users = users;
        this.settings = settings;
        this.wall = wall;
        limit = new ConnectionLimit(settings.connectionsPer5Minutes());
    }

    /** Begins to look after them. */
    void watch(Vertx vertx) {
        vertx.setPeriodic(
                settings.ping().toMillis(),
                _ -> clients.keySet().forEach(each -> each.ping(wall.millis())));
        faults.onBegin(this::cut);
        vertx.setPeriodic(FAULT_MILLIS, _ -> vertx.executeBlocking(this::observeFaults, false));
    }

    void add(Client client, SocketKind kind) {
        clients.put(client, kind);
    }

    void remove(Client client) {
        clients.remove(client);
    }

    /** What a new socket is refused with: an HTTP status, or 0 if it is welcome. */
    int refusal(SocketKind kind, String address) {
        var refused =
                faults.lasting(Effect.CutSockets.class, Scope.Target.venue()).stream()
                        .anyMatch(cut -> cut.sockets().covers(kind));
        return refused ? 503 : limit.admits(address, wall.millis()) ? 0 : 429;
    }

    /** Says goodbye to everybody. */
    void announceShutdown(long time) {
        var event = MarketEvents.serverShutdown(time);
        clients.forEach((client, kind) -> {
            if (kind == SocketKind.MARKET) {
                client.event("!serverShutdown", event);
            } else {
                client.tell("{\"event\":" + event + '}');
            }
        });
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
                faults.active().stream()
                        .filter(fault -> fault.effect() instanceof Effect.SilenceSockets)
                        .toList();
        clients.forEach((client, kind) -> client.silent(silenced(silences, client, kind)));
        return true;
    }

    private boolean silenced(List<Fault> silences, Client client, SocketKind kind) {
        return silences.stream()
                .anyMatch(fault ->
                        fault.effect() instanceof Effect.SilenceSockets silence
                                && silence.sockets().covers(kind)
                                && concerns(fault.scope().account(), client));
    }
}
