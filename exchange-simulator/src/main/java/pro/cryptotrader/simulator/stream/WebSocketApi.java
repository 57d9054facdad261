package pro.cryptotrader.simulator.stream;

import jakarta.inject.Singleton;
import pro.cryptotrader.simulator.http.Dispatcher;
import pro.cryptotrader.simulator.http.RateLimits;
import pro.cryptotrader.simulator.http.ServerClock;
import pro.cryptotrader.simulator.http.Signatures;

/**
 * Binance's WebSocket API: sessions, user data subscriptions, and the REST calls by other names.
 */
@Singleton
public class WebSocketApi {
    final Dispatcher dispatcher;
    final Signatures signatures;
    final RateLimits limits;
    final UserStreams users;
    final ServerClock clock;

    /** Reaches the same endpoints as REST. */
    public WebSocketApi(
            Dispatcher dispatcher,
            Signatures signatures,
            RateLimits limits,
            UserStreams users,
            ServerClock clock) {
        this.dispatcher = dispatcher;
        this.signatures = signatures;
        this.limits = limits;
        this.users = users;
        this.clock = clock;
    }

    ApiSession session(Client client) {
        return new ApiSession(this, client);
    }
}
