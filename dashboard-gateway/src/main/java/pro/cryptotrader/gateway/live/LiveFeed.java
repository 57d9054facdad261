package pro.cryptotrader.gateway.live;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.gateway.Refusal;

/**
 * Hands every push to every screen that may see it, in one order, and remembers the latest so that
 * a screen that was away for a moment misses nothing.
 */
@ApplicationScoped
public class LiveFeed {
    /** How many pushes a screen may have missed and still catch up. */
    static final int REMEMBERED = 5_000;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Deque<Numbered> recent = new ArrayDeque<>();
    private final Set<LiveClient> clients = new HashSet<>();
    private final int mostClients;
    private long last;

    LiveFeed(@ConfigProperty(name = "gateway.most-clients") int mostClients) {
        this.mostClients = mostClients;
    }

    public synchronized void publish(Push push) {
        var numbered = new Numbered(run + "-" + ++last, last, push);
        recent.addLast(numbered);
        if (recent.size() > REMEMBERED) {
            recent.removeFirst();
        }
        clients.forEach(client -> client.offer(numbered));
    }

    /** Prices: only the latest counts, so they are neither numbered nor remembered. */
    synchronized void ticks(Map<Symbol, String> latest) {
        clients.forEach(client -> client.offerTicks(latest));
    }

    /**
     * Adds a screen. It is told first where it stands: {@code hello} when it is new, {@code resume}
     * with what it missed, or {@code reset} when that is no longer known and it has to load all.
     *
     * @throws Refusal 503 when there are too many
     */
    synchronized void join(LiveClient client, @Nullable String lastEventId) {
        if (clients.size() >= mostClients) {
            throw new Refusal(
                    503,
                    "Too many screens",
                    "%d screens are connected, no more are served".formatted(mostClients));
        }
        var here = run + "-" + last;
        if (lastEventId == null || lastEventId.isBlank()) {
            client.greet("hello", here);
        } else {
            var missed = since(lastEventId);
            client.greet(missed.isPresent() ? "resume" : "reset", here);
            missed.ifPresent(pushes -> pushes.forEach(client::offer));
        }
        clients.add(client);
    }

    private Optional<List<Numbered>> since(String lastEventId) {
        var dash = lastEventId.indexOf('-');
        if (dash < 0 || !lastEventId.substring(0, dash).equals(run)) {
            return Optional.empty();
        }
        long seen;
        try {
            seen = Long.parseLong(lastEventId.substring(dash + 1));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        var oldest = recent.isEmpty() ? last : recent.getFirst().number() - 1;
        if (seen < oldest || seen > last) {
            return Optional.empty();
        }
        return Optional.of(
                new ArrayList<>(
                        recent.stream().filter(numbered -> numbered.number() > seen).toList()));
    }

    synchronized void leave(LiveClient client) {
        clients.remove(client);
    }

    /** Cuts the screens of a session that has ended. */
    public synchronized void cut(String session) {
        clients.stream()
                .filter(client -> client.belongsTo(session))
                .forEach(client -> client.cut("signed out"));
    }

    synchronized void stop(@Observes ShutdownEvent event) {
        clients.forEach(client -> client.cut("the gateway stops"));
    }

    /** How many screens are connected. */
    public synchronized int size() {
        return clients.size();
    }

    /** A push and its place in the order. */
    record Numbered(String id, long number, Push push) {}
}
