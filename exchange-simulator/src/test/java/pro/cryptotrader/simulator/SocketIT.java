package pro.cryptotrader.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Market streams and the WebSocket API over real sockets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SocketIT {
    private VenueProcess venue;

    @BeforeAll
    void start(@TempDir Path folder) {
        venue =
                new VenueProcess(folder, Map.of("sim.history-days", "2", "sim.speed", "60"))
                        .ready();
    }

    @AfterAll
    void stop() {
        venue.close();
    }

    @Test
    void aLocalBookKeptByTheDocumentsRulesIsTheVenuesBook() {
        try (var frames = new Frames(venue.ws() + "/ws/ethusdt@depth@100ms")) {
            frames.await1(frame -> frame.has("U"));
            var snapshot = venue.get("/api/v3/depth?symbol=ETHUSDT&limit=5000");
            var last = snapshot.path("lastUpdateId").asLong();
            frames.await1(frame -> frame.path("u").asLong() > last + 50);
            var bids = levels(snapshot.path("bids"));
            var asks = levels(snapshot.path("asks"));
            var local = last;
            for (var frame : frames.all()) {
                if (frame.path("u").asLong() <= local) {
                    continue;
                }
                assertThat(frame.path("U").asLong()).isLessThanOrEqualTo(local + 1);
                apply(bids, frame.path("b"));
                apply(asks, frame.path("a"));
                local = frame.path("u").asLong();
            }
            assertThat(bids).hasSizeLessThanOrEqualTo(500).isNotEmpty();
            assertThat(asks).hasSizeLessThanOrEqualTo(500).isNotEmpty();
            assertThat(new TreeMap<>(bids).lastKey()).isLessThan(new TreeMap<>(asks).firstKey());
        }
    }

    @Test
    void everyKindOfStreamSpeaks() {
        var names =
                "depth5 depth10@100ms ticker ticker_1h miniTicker avgPrice bookTicker kline_1m aggTrade"
                        .split(" ");
        var path = new StringBuilder("/stream?streams=!miniTicker@arr/!ticker_4h@arr");
        for (var name : names) {
            path.append("/btcusdt@").append(name);
        }
        try (var frames = new Frames(venue.ws() + path)) {
            for (var name : names) {
                frames.await1(frame -> frame.path("stream").asText().equals("btcusdt@" + name));
            }
            var all =
                    frames.await1(frame -> frame.path("stream").asText().equals("!miniTicker@arr"));
            assertThat(all.path("data").path(0).path("e").asText()).isEqualTo("24hrMiniTicker");
            frames.await1(frame -> frame.path("stream").asText().equals("!ticker_4h@arr"));
        }
    }

    @Test
    void subscriptionsAndPropertiesAreAnsweredAsDocumented() {
        try (var frames = new Frames(venue.ws() + "/ws")) {
            frames.send("{\"method\":\"SUBSCRIBE\",\"params\":[\"btcusdt@trade\"],\"id\":1}");
            frames.await1(frame -> frame.path("e").asText().equals("trade"));
            frames.send("{\"method\":\"SET_PROPERTY\",\"params\":[\"combined\",true],\"id\":2}");
            frames.await1(frame -> frame.path("stream").asText().equals("btcusdt@trade"));
            frames.send("{\"method\":\"GET_PROPERTY\",\"params\":[\"combined\"],\"id\":\"x\"}");
            assertThat(frames.await1(frame -> frame.path("id").asText().equals("x")))
                    .hasToString("{\"result\":true,\"id\":\"x\"}");
            frames.send("{\"method\":\"SET_PROPERTY\",\"params\":[\"color\",true],\"id\":3}");
            assertThat(frames.await1(frame -> frame.path("id").asInt() == 3))
                    .hasToString("{\"code\":0,\"msg\":\"Unknown property\",\"id\":3}");
        }
    }

    @Test
    void whoSendsTooMuchIsCut() {
        try (var frames = new Frames(venue.ws() + "/ws")) {
            for (var i = 0; i < 12 && !frames.closed(); i++) {
                frames.trySend("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":%d}".formatted(i));
            }
            await().atMost(Duration.ofSeconds(20)).until(frames::closed);
        }
    }

    @Test
    void aSessionLogsOnWithEd25519AndThenNeedsNoSignatures() throws GeneralSecurityException {
        new RawTrader(venue, "ann", "10000");
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var key = register("ann", pair);
        try (var frames = new Frames(venue.ws() + "/ws-api/v3")) {
            assertThat(answer(frames, "early", "userDataStream.subscribe", Map.of()).path("error"))
                    .isNotEmpty();
            var on = answer(frames, "on", "session.logon", signed(pair, key, Map.of()));
            assertThat(on.path("result").path("apiKey").asText()).isEqualTo(key);
            assertThat(answer(frames, "sub", "userDataStream.subscribe", Map.of()).path("result"))
                    .hasToString("{\"subscriptionId\":0}");
            var placed =
                    answer(
                            frames,
                            "buy",
                            "order.place",
                            stamped(
                                    Map.of(
                                            "symbol",
                                            "BTCUSDT",
                                            "side",
                                            "BUY",
                                            "type",
                                            "MARKET",
                                            "quantity",
                                            "0.001")));
            assertThat(placed.path("result").path("status").asText()).isEqualTo("FILLED");
            assertThat(placed.path("rateLimits").path(0).path("rateLimitType").asText())
                    .isEqualTo("ORDERS");
            frames.await1(frame ->
                    frame.path("subscriptionId").asInt(-1) == 0
                            && frame.path("event").path("X").asText().equals("FILLED"));
            answer(frames, "out", "session.logout", Map.of());
            assertThat(
                            answer(frames, "late", "account.status", stamped(Map.of()))
                                    .path("error")
                                    .path("code")
                                    .asInt())
                    .isEqualTo(-2014);
        }
    }

    @Test
    void anRsaKeySignsButLogsNobodyOn() throws GeneralSecurityException {
        new RawTrader(venue, "bob", "10");
        var pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        var key = register("bob", pair);
        try (var frames = new Frames(venue.ws() + "/ws-api/v3")) {
            assertThat(
                            answer(frames, "a", "account.status", signed(pair, key, Map.of()))
                                    .path("result")
                                    .path("accountType")
                                    .asText())
                    .isEqualTo("SPOT");
            assertThat(
                            answer(frames, "b", "session.logon", signed(pair, key, Map.of()))
                                    .path("error")
                                    .path("msg")
                                    .asText())
                    .isEqualTo("RSA API key is not supported.");
        }
    }

    @Test
    void anyKindOfKeySignsForAUserStreamAndItsEndIsTold() throws GeneralSecurityException {
        var hmac = new RawTrader(venue, "cid", "10");
        var rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        var edwards = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        try (var frames = new Frames(venue.ws() + "/ws-api/v3")) {
            frames.send(hmac.frame("a", "session.logon", ""));
            assertThat(
                            frames.await1(each -> each.path("id").asText().equals("a"))
                                    .path("error")
                                    .path("msg")
                                    .asText())
                    .isEqualTo("HMAC_SHA256 API key is not supported.");
            frames.send(hmac.frame("b", "userDataStream.subscribe.signature", ""));
            assertThat(frames.await1(each -> each.path("id").asText().equals("b")).path("result"))
                    .hasToString("{\"subscriptionId\":0}");
            new RawTrader(venue, "dan", "10");
            new RawTrader(venue, "eve", "10");
            var subscribe = "userDataStream.subscribe.signature";
            var dan = signed(rsa, register("dan", rsa), Map.of());
            var eve = signed(edwards, register("eve", edwards), Map.of());
            assertThat(answer(frames, "c", subscribe, dan).path("result"))
                    .hasToString("{\"subscriptionId\":1}");
            assertThat(answer(frames, "d", subscribe, eve).path("result"))
                    .hasToString("{\"subscriptionId\":2}");
            assertThat(answer(frames, "e", "session.subscriptions", Map.of()).path("result"))
                    .hasSize(3);

            answer(frames, "f", "userDataStream.unsubscribe", Map.of("subscriptionId", "1"));

            var end =
                    frames.await1(frame ->
                            frame.path("event").path("e").asText().equals("eventStreamTerminated"));
            assertThat(end.path("subscriptionId").asInt()).isEqualTo(1);
        }
    }

    @Test
    void whoAsksForMicrosecondsIsToldMicroseconds() {
        try (var market = new Frames(venue.ws() + "/ws/btcusdt@trade?timeUnit=MICROSECOND");
                var api = new Frames(venue.ws() + "/ws-api/v3?timeUnit=microsecond")) {
            var trade = market.await1(frame -> frame.path("e").asText().equals("trade"));
            assertThat(trade.path("T").asLong()).isGreaterThan(1_000_000_000_000_000L);
            assertThat(
                            answer(api, "t", "time", Map.of())
                                    .path("result")
                                    .path("serverTime")
                                    .asLong())
                    .isGreaterThan(1_000_000_000_000_000L);
        }
    }

    /** What the documents name, save for what is of other markets or needs nothing but a name. */
    @Test
    void everyRequestOfTheWebSocketApiIsKnown() {
        var methods =
                """
                ping time exchangeInfo executionRules depth trades.recent trades.historical
                trades.aggregate klines uiKlines avgPrice ticker ticker.24hr ticker.tradingDay
                ticker.price ticker.book referencePrice referencePrice.calculation
                order.place order.test order.status order.cancel order.cancelReplace
                order.amend.keepPriority order.amendments openOrders.status openOrders.cancelAll
                allOrders sor.order.place sor.order.test myAllocations
                orderList.place.oco orderList.place.oto orderList.place.otoco orderList.place.opo
                orderList.place.opoco orderList.status orderList.cancel openOrderLists.status
                allOrderLists account.status account.commission account.rateLimits.orders myTrades
                myPreventedMatches myFilters session.status session.subscriptions
                """
                        .split("\\s+");
        try (var frames = new Frames(venue.ws() + "/ws-api/v3")) {
            for (var method : methods) {
                var answer = answer(frames, method, method, Map.of());
                assertThat(answer.path("error").path("msg").asText())
                        .as(method)
                        .doesNotStartWith("Unknown method");
            }
            assertThat(
                            answer(frames, "none", "order.guess", Map.of())
                                    .path("error")
                                    .path("msg")
                                    .asText())
                    .startsWith("Unknown method");
        }
    }

    private String register(String account, KeyPair pair) {
        var pem =
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded())
                        + "\n-----END PUBLIC KEY-----";
        var body = JsonNodeFactory.instance.objectNode().put("publicKey", pem);
        return venue.post("/sim/v1/accounts/" + account + "/keys", body.toString())
                .path("apiKey")
                .asText();
    }

    private static Map<String, String> stamped(Map<String, String> values) {
        var all = new TreeMap<>(values);
        all.put("timestamp", Long.toString(System.currentTimeMillis()));
        return all;
    }

    private static Map<String, String> signed(
            KeyPair pair, String apiKey, Map<String, String> values)
            throws GeneralSecurityException {
        var all = new TreeMap<>(stamped(values));
        all.put("apiKey", apiKey);
        var payload =
                all.entrySet().stream()
                        .map(entry -> entry.getKey() + '=' + entry.getValue())
                        .collect(Collectors.joining("&"));
        var rsa = pair.getPrivate().getAlgorithm().equals("RSA");
        var signer = Signature.getInstance(rsa ? "SHA256withRSA" : "Ed25519");
        signer.initSign(pair.getPrivate());
        signer.update(payload.getBytes(StandardCharsets.UTF_8));
        all.put("signature", Base64.getEncoder().encodeToString(signer.sign()));
        return all;
    }

    private static JsonNode answer(
            Frames frames, String id, String method, Map<String, String> values) {
        var frame = JsonNodeFactory.instance.objectNode().put("id", id).put("method", method);
        var params = frame.putObject("params");
        values.forEach(params::put);
        frames.send(frame.toString());
        return frames.await1(each -> each.path("id").asText().equals(id));
    }

    private static Map<BigDecimal, BigDecimal> levels(JsonNode array) {
        var levels = new TreeMap<BigDecimal, BigDecimal>();
        apply(levels, array);
        return levels;
    }

    private static void apply(Map<BigDecimal, BigDecimal> levels, JsonNode array) {
        for (var level : array) {
            var price = new BigDecimal(level.path(0).asText());
            var quantity = new BigDecimal(level.path(1).asText());
            if (quantity.signum() == 0) {
                levels.remove(price);
            } else {
                levels.put(price, quantity);
            }
        }
    }
}
