package pro.cryptotrader.simulator.stream;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import pro.cryptotrader.simulator.matching.Fact;
import pro.cryptotrader.simulator.venue.Audience;
import pro.cryptotrader.simulator.venue.Venue;

/** Who hears which account's user data stream. */
@Singleton
public class UserStreams implements Audience {
    private final Venue venue;
    private final EventPost post;
    private final Set<Subscription> subscriptions = ConcurrentHashMap.newKeySet();

    /** A client that hears an account; the id is unique on its connection. */
    record Subscription(Client client, int id, String account) {
        String wrapped(String event) {
            return "{\"subscriptionId\":" + id + ",\"event\":" + event + '}';
        }
    }

    /** Tells of {@code venue}. */
    public UserStreams(Venue venue, EventPost post) {
        this.venue = venue;
        this.post = post;
    }

    void subscribe(Subscription subscription) {
        subscriptions.add(subscription);
    }

    /**
     * Ends those of a client's subscriptions that are meant; it hears of each, if it still hears.
     */
    boolean unsubscribe(Client client, Predicate<Subscription> meant) {
        var ended = of(client).stream().filter(meant).toList();
        for (var subscription : ended) {
            subscriptions.remove(subscription);
            var event = UserEvents.head("eventStreamTerminated", venue.time());
            client.send(subscription.wrapped(event.toString()));
        }
        return !ended.isEmpty();
    }

    /** The client is gone. */
    void forget(Client client) {
        subscriptions.removeIf(subscription -> subscription.client().equals(client));
    }

    /** Whose events a client hears. */
    Set<String> accounts(Client client) {
        return of(client).stream().map(Subscription::account).collect(Collectors.toSet());
    }

    /** A client's subscriptions, in the order of their numbers. */
    List<Subscription> of(Client client) {
        return subscriptions.stream()
                .filter(subscription -> subscription.client().equals(client))
                .sorted(Comparator.comparingInt(Subscription::id))
                .toList();
    }

    @Override
    public void happened(List<Fact> facts) {
        var accounts =
                subscriptions.stream().map(Subscription::account).collect(Collectors.toSet());
        for (var account : accounts) {
            var events = venue.read(engine -> UserEvents.of(account, facts, engine.state()));
            for (var event : events) {
                post.send(account, event, () -> deliver(account, event.toString()));
            }
        }
    }

    private void deliver(String account, String json) {
        for (var subscription : subscriptions) {
            if (subscription.account().equals(account)) {
                subscription.client().send(subscription.wrapped(json));
            }
        }
    }
}
