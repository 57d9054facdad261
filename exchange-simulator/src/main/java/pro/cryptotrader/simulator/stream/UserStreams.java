package pro.cryptotrader.simulator.stream;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import pro.cryptotrader.simulator.market.Candle;
import pro.cryptotrader.simulator.market.Interval;
import pro.cryptotrader.simulator.market.MarketTrade;
import pro.cryptotrader.simulator.matching.Fact;
import pro.cryptotrader.simulator.venue.Audience;
import pro.cryptotrader.simulator.venue.Venue;

/** Who hears which account's user data stream. */
@Singleton
public class UserStreams implements Audience {
    private final Venue venue;
    private final Set<Subscription> subscriptions = ConcurrentHashMap.newKeySet();

    /** A client that hears an account; the id is unique on its connection. */
    record Subscription(Client client, int id, String account) {}

    /** Tells of {@code venue}. */
    public UserStreams(Venue venue) {
        this.venue = venue;
    }

    void subscribe(Subscription subscription) {
        subscriptions.add(subscription);
    }

    boolean unsubscribe(Client client, int id) {
        return subscriptions.removeIf(
                subscription -> subscription.client().equals(client) && subscription.id() == id);
    }

    void unsubscribeAll(Client client) {
        subscriptions.removeIf(subscription -> subscription.client().equals(client));
    }

    boolean subscribed(Client client, String account) {
        return subscriptions.stream()
                .anyMatch(subscription ->
                        subscription.client().equals(client)
                                && subscription.account().equals(account));
    }

    @Override
    public void happened(List<Fact> facts) {
        var accounts =
                subscriptions.stream().map(Subscription::account).collect(Collectors.toSet());
        for (var account : accounts) {
            var events = venue.read(engine -> UserEvents.of(account, facts, engine.state()));
            for (var event : events) {
                var json = event.toString();
                subscriptions.stream()
                        .filter(subscription -> subscription.account().equals(account))
                        .forEach(subscription ->
                                subscription
                                        .client()
                                        .send(
                                                "{\"subscriptionId\":"
                                                        + subscription.id()
                                                        + ",\"event\":"
                                                        + json
                                                        + '}'));
            }
        }
    }

    @Override
    public void traded(MarketTrade trade) {
        // Not of any account.
    }

    @Override
    public void quoted(String symbol) {
        // Not of any account.
    }

    @Override
    public void closed(
            String symbol, Interval interval, Candle candle, long lastTradeId, long time) {
        // Not of any account.
    }

    @Override
    public void breathe(long wallMillis) {
        // Nothing is conflated here.
    }
}
