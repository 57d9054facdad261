package pro.cryptotrader.simulator;

import static com.binance.connector.client.enums.HttpMethod.DELETE;
import static com.binance.connector.client.enums.HttpMethod.GET;
import static com.binance.connector.client.enums.HttpMethod.POST;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The whole venue over real sockets, through Binance's own connector where it knows the call. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VenueIT {
    private static final String ORDER = "/api/v3/order";

    private VenueProcess venue;

    @BeforeAll
    void start(@TempDir Path folder) {
        venue =
                new VenueProcess(folder, Map.of("sim.history-days", "10", "sim.speed", "60"))
                        .ready();
    }

    @AfterAll
    void stop() {
        venue.close();
    }

    @Test
    void anEntryWithProtectionFillsAndIsHeardOnTheUserStream() {
        var trader = new Trader(venue, "ann", "10000");
        try (var user = userStream(trader)) {
            var ask = price("askPrice");
            var placed =
                    trader.call(
                            POST,
                            "/api/v3/orderList/opoco",
                            "symbol",
                            "BTCUSDT",
                            "workingType",
                            "LIMIT",
                            "workingSide",
                            "BUY",
                            "workingTimeInForce",
                            "IOC",
                            "workingPrice",
                            times(ask, "1.01"),
                            "workingQuantity",
                            "0.01",
                            "workingClientOrderId",
                            "in",
                            "pendingSide",
                            "SELL",
                            "pendingAboveType",
                            "LIMIT_MAKER",
                            "pendingAbovePrice",
                            times(ask, "1.2"),
                            "pendingAboveClientOrderId",
                            "up",
                            "pendingBelowType",
                            "STOP_LOSS",
                            "pendingBelowStopPrice",
                            times(ask, "0.8"),
                            "pendingBelowClientOrderId",
                            "down");
            assertThat(placed.path("orderReports"))
                    .extracting(report -> report.path("status").asText())
                    .containsExactly("FILLED", "PENDING_NEW", "PENDING_NEW");

            user.await1(frame -> event(frame, "outboundAccountPosition"));
            assertThat(user.all())
                    .filteredOn(frame -> event(frame, "executionReport"))
                    .extracting(frame ->
                            frame.path("event").path("c").asText()
                                    + ' '
                                    + frame.path("event").path("x").asText()
                                    + ' '
                                    + frame.path("event").path("X").asText())
                    .containsExactly(
                            "in NEW NEW",
                            "up NEW PENDING_NEW",
                            "down NEW PENDING_NEW",
                            "in TRADE FILLED",
                            "up NEW NEW",
                            "down NEW NEW");
            assertThat(trader.call(GET, "/api/v3/openOrders", "symbol", "BTCUSDT"))
                    .extracting(order -> order.path("origQty").asText())
                    .containsExactly("0.00999000", "0.00999000");

            trader.call(
                    DELETE,
                    "/api/v3/orderList",
                    "symbol",
                    "BTCUSDT",
                    "orderListId",
                    placed.path("orderListId").asText());
            user.await1(frame ->
                    event(frame, "listStatus")
                            && frame.path("event").path("L").asText().equals("ALL_DONE"));
            assertThat(trader.call(GET, "/api/v3/openOrders")).isEmpty();
        }
    }

    @Test
    void anOtocoFillsAndTheStopSellsWhenTheMarketFalls() {
        var trader = new Trader(venue, "bea", "10000");
        var ask =
                new BigDecimal(
                        venue.get("/api/v3/ticker/bookTicker?symbol=SOLUSDT")
                                .path("askPrice")
                                .asText());
        try (var user = userStream(trader)) {
            trader.call(
                    POST,
                    "/api/v3/orderList/otoco",
                    "symbol",
                    "SOLUSDT",
                    "workingType",
                    "LIMIT",
                    "workingSide",
                    "BUY",
                    "workingTimeInForce",
                    "GTC",
                    "workingPrice",
                    times(ask, "1.01"),
                    "workingQuantity",
                    "1",
                    "pendingSide",
                    "SELL",
                    "pendingQuantity",
                    "0.999",
                    "pendingAboveType",
                    "LIMIT_MAKER",
                    "pendingAbovePrice",
                    times(ask, "1.2"),
                    "pendingBelowType",
                    "STOP_LOSS",
                    "pendingBelowStopPrice",
                    times(ask, "0.9"),
                    "pendingBelowClientOrderId",
                    "stop");
            venue.post("/sim/v1/market/shock", "{\"symbol\":\"SOLUSDT\",\"percent\":-15}");

            var sold =
                    user.await1(frame ->
                            frame.path("event").path("c").asText().equals("stop")
                                    && frame.path("event").path("X").asText().equals("FILLED"));
            assertThat(sold.path("event").path("z").asText()).isEqualTo("0.99900000");
            assertThat(trader.call(GET, "/api/v3/myTrades", "symbol", "SOLUSDT"))
                    .hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void whatBinanceRefusesIsRefusedWithBinancesCode() {
        var trader = new Trader(venue, "cid", "100");

        assertThat(trader.refused(GET, ORDER, "symbol", "BTCUSDT", "origClientOrderId", "none"))
                .isEqualTo(-2013);
        assertThat(trader.refused(DELETE, ORDER, "symbol", "BTCUSDT", "origClientOrderId", "none"))
                .isEqualTo(-2011);
        assertThat(trader.refused(GET, ORDER, "symbol", "NONE", "orderId", "1")).isEqualTo(-1121);
        assertThat(trader.refused(GET, ORDER, "symbol", "BTCUSDT")).isEqualTo(-1102);
        assertThat(
                        trader.refused(
                                POST,
                                ORDER,
                                "symbol",
                                "BTCUSDT",
                                "side",
                                "BUY",
                                "type",
                                "MARKET",
                                "quantity",
                                "1"))
                .isEqualTo(-2010);
        assertThat(
                        trader.refused(
                                POST,
                                ORDER,
                                "symbol",
                                "BTCUSDT",
                                "side",
                                "BUY",
                                "type",
                                "MARKET",
                                "quantity",
                                "1e3"))
                .isEqualTo(-1100);
        assertThat(trader.refused(GET, "/api/v3/account", "recvWindow", "60001")).isEqualTo(-1131);
        assertThat(venue.get("/api/v3/account?timestamp=1&signature=0").path("code").asInt())
                .isEqualTo(-2014);
    }

    @Test
    void accountsAreOpenedOnceAndNonsenseIsRefusedWithTheReason() {
        var first =
                venue.post(
                        "/sim/v1/accounts",
                        "{\"accountId\":\"dan\",\"balances\":{\"USDT\":\"5\"}}");
        var second =
                venue.post(
                        "/sim/v1/accounts",
                        "{\"accountId\":\"dan\",\"balances\":{\"USDT\":\"7\"}}");

        assertThat(second).isEqualTo(first);
        assertThat(venue.get("/sim/v1/accounts/dan").path("balances").path(0).path("free").asText())
                .isEqualTo("5.00000000");
        assertThat(
                        venue.post(
                                        "/sim/v1/accounts",
                                        "{\"accountId\":\"eve\",\"balances\":{\"USDT\":\"-1\"}}")
                                .path("error")
                                .asText())
                .contains("the balance of USDT is '-1'");
    }

    private Frames userStream(Trader trader) {
        var frames = new Frames(venue.ws() + "/ws-api/v3");
        var payload = "apiKey=%s&timestamp=%d".formatted(trader.apiKey, System.currentTimeMillis());
        frames.send(
                "{\"id\":\"s\",\"method\":\"userDataStream.subscribe.signature\",\"params\":"
                        + "{\"apiKey\":\"%s\",\"timestamp\":%s,\"signature\":\"%s\"}}"
                                .formatted(
                                        trader.apiKey,
                                        payload.substring(payload.lastIndexOf('=') + 1),
                                        trader.signer.getSignature(payload)));
        frames.await1(frame ->
                frame.path("id").asText().equals("s") && frame.path("status").asInt() == 200);
        return frames;
    }

    private static boolean event(JsonNode frame, String type) {
        return frame.path("event").path("e").asText().equals(type);
    }

    private BigDecimal price(String field) {
        return new BigDecimal(
                venue.get("/api/v3/ticker/bookTicker?symbol=BTCUSDT").path(field).asText());
    }

    private static String times(BigDecimal price, String factor) {
        return price.multiply(new BigDecimal(factor))
                .setScale(2, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
