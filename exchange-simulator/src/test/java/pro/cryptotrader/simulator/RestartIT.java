package pro.cryptotrader.simulator;

import static com.binance.connector.client.enums.HttpMethod.GET;
import static com.binance.connector.client.enums.HttpMethod.POST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the venue knew before it died, it knows afterwards. */
class RestartIT {
    private static final Map<String, String> SETTINGS =
            Map.of("sim.history-days", "3", "sim.speed", "60");

    @TempDir private Path folder;

    @Test
    void killedInTheMiddleTheVenueGoesOnWhereItWas() throws IOException {
        var before = new VenueProcess(folder, SETTINGS).ready();
        var trader = new Trader(before, "ann", "10000");
        trade(trader, before);
        var keys = trader.apiKey;
        var account = before.get("/sim/v1/accounts/ann");
        var time = before.get("/sim/v1/status").path("marketTime").asLong();
        var candles = minutes(before, 50);
        before.kill();
        var ledger = folder.resolve("books").resolve("ledger.jsonl");
        Files.writeString(ledger, "{\"time\":17,\"fact\":\"Order", StandardOpenOption.APPEND);

        try (var after = new VenueProcess(folder, SETTINGS).ready()) {
            assertThat(after.get("/sim/v1/accounts/ann")).isEqualTo(account);
            var again = new Trader(after, "ann", "77");
            assertThat(again.apiKey).isEqualTo(keys);
            assertThat(again.call(GET, "/api/v3/openOrders")).hasSize(3);
            assertThat(
                            again.refused(
                                    POST,
                                    "/api/v3/order",
                                    "symbol",
                                    "BTCUSDT",
                                    "side",
                                    "BUY",
                                    "type",
                                    "LIMIT",
                                    "timeInForce",
                                    "GTC",
                                    "quantity",
                                    "0.001",
                                    "price",
                                    "30000",
                                    "newClientOrderId",
                                    "resting"))
                    .isEqualTo(-2010);
            // The clock may be a minute behind, never further, and the candles it closed are the
            // same.
            await().atMost(Duration.ofSeconds(20))
                    .until(() ->
                            after.get("/sim/v1/status").path("marketTime").asLong()
                                    > time + 120_000);
            assertThat(minutes(after, 200)).containsAllEntriesOf(candles);
        }
    }

    @Test
    void booksOfAnotherMarketAreRefusedInOneSentence() throws IOException {
        new VenueProcess(folder, SETTINGS).ready().kill();
        var settings = new TreeMap<>(SETTINGS);
        settings.put("sim.seed", "43");

        try (var other = new VenueProcess(folder, settings)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> !other.alive());
        }
        assertThat(Files.readString(folder.resolve("venue.log")))
                .contains("holds the books of another market (generated seed=42")
                .contains("Choose another sim.data-dir, or delete that one.");
    }

    private static void trade(Trader trader, VenueProcess venue) {
        var ask =
                new BigDecimal(
                        venue.get("/api/v3/ticker/bookTicker?symbol=BTCUSDT")
                                .path("askPrice")
                                .asText());
        trader.call(
                POST,
                "/api/v3/order",
                "symbol",
                "BTCUSDT",
                "side",
                "BUY",
                "type",
                "MARKET",
                "quantity",
                "0.01");
        trader.call(
                POST,
                "/api/v3/order",
                "symbol",
                "BTCUSDT",
                "side",
                "BUY",
                "type",
                "LIMIT",
                "timeInForce",
                "GTC",
                "quantity",
                "0.001",
                "price",
                times(ask, "0.5"),
                "newClientOrderId",
                "resting");
        trader.call(
                POST,
                "/api/v3/orderList/oco",
                "symbol",
                "BTCUSDT",
                "side",
                "SELL",
                "quantity",
                "0.009",
                "aboveType",
                "LIMIT_MAKER",
                "abovePrice",
                times(ask, "1.5"),
                "belowType",
                "STOP_LOSS",
                "belowStopPrice",
                times(ask, "0.5"));
    }

    private static Map<Long, JsonNode> minutes(VenueProcess venue, int limit) {
        var minutes = new TreeMap<Long, JsonNode>();
        var rows = venue.get("/api/v3/klines?symbol=BTCUSDT&interval=1m&limit=" + limit);
        rows.forEach(row -> minutes.put(row.path(0).asLong(), row));
        minutes.remove(minutes.lastKey());
        return minutes;
    }

    private static String times(BigDecimal price, String factor) {
        return price.multiply(new BigDecimal(factor))
                .setScale(2, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
