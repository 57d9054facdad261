package pro.cryptotrader.simulator.http;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every call of the REST interface; the WebSocket API reaches the same ones under other names. */
@Singleton
public class Endpoints {
    private final Map<String, Endpoint> byCall = new HashMap<>();

    /** All that can be called. */
    public Endpoints(
            PublicApi open,
            TradesApi trades,
            TickerApi tickers,
            AccountApi accounts,
            QueryApi queries,
            TradingApi trading) {
        for (var some :
                List.of(
                        open.endpoints(),
                        trades.endpoints(),
                        tickers.endpoints(),
                        accounts.endpoints(),
                        queries.endpoints(),
                        trading.endpoints())) {
            some.forEach(endpoint -> byCall.put(endpoint.call(), endpoint));
        }
    }

    /** The endpoint of an HTTP method, space and path, null if there is none. */
    public @Nullable Endpoint find(String call) {
        return byCall.get(call);
    }
}
