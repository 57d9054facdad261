package pro.cryptotrader.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/** The simulated venue's own door, which the platform does not use. */
final class VenueClient {
    private static final int OPEN_TIME = 0;
    private static final int CLOSE = 4;

    private final JsonHttp http;

    VenueClient(URI venue) {
        this.http = new JsonHttp(venue);
    }

    VenueBook book(String account) {
        return VenueBook.of(http.get("/sim/v1/accounts/" + account).expect(200));
    }

    /** Opens an account with that much USDT; its keys are in the answer. */
    JsonNode open(String account, String quoteBalance) {
        var body = JsonHttp.object().put("accountId", account);
        body.putObject("balances").put("USDT", quoteBalance);
        return http.post("/sim/v1/accounts", body).expect(200);
    }

    JsonNode status() {
        return http.get("/sim/v1/status").expect(200);
    }

    /** Market time now. */
    Instant time() {
        return Instant.ofEpochMilli(status().path("marketTime").asLong());
    }

    /** The latest minutes of a symbol such as BTCUSDT: close by open time. */
    SortedMap<Long, String> minutes(String symbol) {
        var closes = new TreeMap<Long, String>();
        http.get("/api/v3/klines?interval=1m&limit=1000&symbol=" + symbol)
                .expect(200)
                .forEach(row ->
                        closes.put(
                                row.get(OPEN_TIME).asLong(),
                                new BigDecimal(row.get(CLOSE).asText())
                                        .stripTrailingZeros()
                                        .toPlainString()));
        return closes;
    }

    /** Moves a symbol's price by {@code percent}. */
    void shock(String symbol, double percent) {
        http.post(
                        "/sim/v1/market/shock",
                        JsonHttp.object().put("symbol", symbol).put("percent", percent))
                .expect(200);
    }

    /** Market time from now on passes {@code speed} times faster than wall time. */
    void speed(double speed) {
        http.post("/sim/v1/speed", JsonHttp.object().put("speed", speed)).expect(200);
    }

    /** Market time runs up to {@code moment} and stands there. */
    void standAt(Instant moment) {
        http.post("/sim/v1/stand", JsonHttp.object().put("at", moment.toEpochMilli())).expect(200);
    }

    /** The number of the market's latest trade in a symbol such as BTCUSDT. */
    long latestTrade(String symbol) {
        return http.get("/api/v3/trades?limit=1&symbol=" + symbol)
                .expect(200)
                .path(0)
                .path("id")
                .asLong(-1);
    }

    /** Best bid and best ask of a symbol such as BTCUSDT. */
    JsonNode quote(String symbol) {
        return http.get("/api/v3/ticker/bookTicker?symbol=" + symbol).expect(200);
    }
}
