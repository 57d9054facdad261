package pro.cryptotrader.simulator;

import static com.binance.connector.client.enums.HttpMethod.GET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every fault over real sockets: what the client sees, and what the venue did all the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultIT {
    private VenueProcess venue;
    private RawTrader trader;

    @BeforeAll
    void start(@TempDir Path folder) {
        venue =
                new VenueProcess(folder, Map.of("sim.history-days", "2", "sim.speed", "60"))
                        .ready();
        trader = new RawTrader(venue, "ann", "1000000");
    }

    @AfterAll
    void stop() {
        venue.close();
    }

    @AfterEach
    void heal() {
        venue.delete("/sim/v1/faults");
    }

    @Test
    void aDroppedReplyLeavesAnOrderAndADroppedRequestDoesNot() {
        var lost = fault("'kind':'DROP_REPLY','endpoint':'POST /api/v3/order'");
        assertThat(buy("lost")).isEmpty();
        fault("'kind':'DROP_REQUEST','endpoint':'POST /api/v3/order'");
        assertThat(buy("never")).isEmpty();

        assertThat(status("lost")).isEqualTo("FILLED");
        assertThat(status("never")).isEqualTo("-2013");
        var shown = venue.get("/sim/v1/faults/" + lost.path("id").asText());
        assertThat(shown.path("state").asText()).isEqualTo("SPENT");
        assertThat(shown.path("strikes").asInt()).isEqualTo(1);
    }

    /** Whoever tests a client's view of a faulty venue needs a view of his own. */
    @Test
    void theControlInterfaceShowsTheMarketWhateverClientsAreTold() {
        fault("'kind':'SERVER_ERROR','endpoint':'GET /api/v3/*','code':0,'count':5");

        var books = venue.get("/sim/v1/books");

        assertThat(books.path("marketTime").asLong()).isPositive();
        assertThat(books.path("books").findValuesAsText("symbol")).contains("BTCUSDT");
        var first = books.path("books").get(0);
        assertThat(new BigDecimal(first.path("bidPrice").asText()))
                .isPositive()
                .isLessThan(new BigDecimal(first.path("askPrice").asText()));
    }

    @Test
    void anUnknownOutcomeMayBeEither() {
        fault("'kind':'TIMEOUT','executed':true");
        fault("'kind':'TIMEOUT','executed':false,'status':408");
        fault("'kind':'SERVER_ERROR','status':502,'code':0,'executed':true");

        var first = buy("one").orElseThrow();
        assertThat(first.statusCode()).isEqualTo(504);
        assertThat(VenueJson.read(first.body()).path("code").asInt()).isEqualTo(-1007);
        assertThat(buy("two").orElseThrow().statusCode()).isEqualTo(408);
        var third = buy("three").orElseThrow();
        assertThat(third.statusCode()).isEqualTo(502);
        assertThat(third.body()).startsWith("<html>");

        assertThat(status("one")).isEqualTo("FILLED");
        assertThat(status("two")).isEqualTo("-2013");
        assertThat(status("three")).isEqualTo("FILLED");
    }

    @Test
    void stormsSayWhenToComeBack() {
        fault("'kind':'RATE_LIMIT','retryAfterSeconds':7,'count':2,'account':'ann'");
        fault("'kind':'BAN','retryAfterSeconds':90");
        fault("'kind':'REJECT','code':-1013,'message':'Filter failure: LOT_SIZE'");

        assertThat(buy("a").orElseThrow())
                .extracting(
                        HttpResponse::statusCode,
                        answer -> answer.headers().firstValue("Retry-After").orElse(""))
                .containsExactly(429, "7");
        buy("b");
        assertThat(buy("c").orElseThrow())
                .extracting(
                        HttpResponse::statusCode,
                        answer -> answer.headers().firstValue("Retry-After").orElse(""))
                .containsExactly(418, "90");
        assertThat(VenueJson.read(buy("d").orElseThrow().body()).path("msg").asText())
                .isEqualTo("Filter failure: LOT_SIZE");
        assertThat(status("a") + status("c") + status("d")).isEqualTo("-2013-2013-2013");
    }

    @Test
    void aSlowVenueMayExecuteTooLateForTheWindow() {
        fault("'kind':'SLOW','delayMillis':300");
        var answer =
                trader.send(
                                "POST",
                                "/api/v3/order",
                                "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.01&recvWindow=200")
                        .orElseThrow();

        assertThat(VenueJson.read(answer.body()).path("code").asInt()).isEqualTo(-1021);
    }

    @Test
    void aWrongClockIsToldAndRefusesWhoTrustsTheWall() {
        fault("'kind':'CLOCK_SKEW','offsetMillis':-60000");

        var told = venue.get("/api/v3/time").path("serverTime").asLong();
        assertThat(System.currentTimeMillis() - told).isBetween(59_000L, 65_000L);
        assertThat(status("any")).isEqualTo("-1021");
    }

    @Test
    void aHaltedSymbolTakesNoOrdersAndDoesNotTrade() {
        var order = resting("rest");
        fault("'kind':'HALT_SYMBOL','symbol':'BTCUSDT'");
        var last = venue.get("/api/v3/trades?symbol=BTCUSDT&limit=1").path(0).path("id").asLong();

        assertThat(VenueJson.read(buy("no").orElseThrow().body()).path("msg").asText())
                .isEqualTo("Market is closed.");
        assertThat(
                        venue.get("/api/v3/exchangeInfo?symbol=BTCUSDT")
                                .path("symbols")
                                .path(0)
                                .path("status")
                                .asText())
                .isEqualTo("HALT");
        var eth = venue.get("/api/v3/trades?symbol=ETHUSDT&limit=1").path(0).path("id").asLong();
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        venue.get("/api/v3/trades?symbol=ETHUSDT&limit=1")
                                        .path(0)
                                        .path("id")
                                        .asLong()
                                > eth + 5);
        assertThat(venue.get("/api/v3/trades?symbol=BTCUSDT&limit=1").path(0).path("id").asLong())
                .isEqualTo(last);
        assertThat(cancel(order)).isEqualTo("CANCELED");
    }

    @Test
    void userEventsComeLateTwiceInAnotherOrderOrNever() {
        var frames = trader.userStream();
        try (frames) {
            fault("'kind':'DUPLICATE_EVENTS','event':'executionReport','copies':2");
            cancel(resting("dup"));
            frames.await1(frame -> report(frame, "dup", "CANCELED"));
            assertThat(frames.all()).filteredOn(frame -> report(frame, "dup", "NEW")).hasSize(3);

            fault("'kind':'REORDER_EVENTS','event':'executionReport'");
            resting("swap");
            frames.await1(frame -> report(frame, "swap", "NEW"));
            var all = frames.all();
            assertThat(all.get(all.size() - 2).path("event").path("e").asText())
                    .isEqualTo("outboundAccountPosition");
            assertThat(report(all.getLast(), "swap", "NEW")).isTrue();

            fault("'kind':'DROP_EVENTS','event':'executionReport'");
            fault("'kind':'DELAY_EVENTS','event':'outboundAccountPosition','delayMillis':200");
            cancel(resting("gone"));
            frames.await1(frame -> report(frame, "gone", "CANCELED"));
            assertThat(frames.all()).noneMatch(frame -> report(frame, "gone", "NEW"));
        }
    }

    @Test
    void socketsAreCutRefusedAndSilenced() {
        var frames = trader.userStream();
        var market = new Frames(venue.ws() + "/ws/btcusdt@trade");
        market.await1(frame -> frame.path("e").asText().equals("trade"));
        fault("'kind':'SILENCE_SOCKETS','sockets':'MARKET','durationMillis':60000");
        await().during(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(20))
                .until(() -> market.all().size(), size -> size == market.all().size());
        assertThat(market.closed()).isFalse();

        fault("'kind':'CUT_SOCKETS','sockets':'API','account':'ann'");
        await().atMost(Duration.ofSeconds(20)).until(frames::closed);
        assertThat(market.closed()).isFalse();
        fault("'kind':'CUT_SOCKETS','durationMillis':60000");
        await().atMost(Duration.ofSeconds(20)).until(market::closed);
        assertThat(refusesSockets()).isTrue();
        venue.delete("/sim/v1/faults");
        trader.userStream().close();
    }

    @Test
    void theWebSocketApiIsNoWayAroundAFault() {
        try (var frames = trader.userStream()) {
            fault("'kind':'TIMEOUT','endpoint':'GET /api/v3/order'");
            frames.send(trader.frame("q", "order.status", "orderId=1&symbol=BTCUSDT"));
            var answer = frames.await1(frame -> frame.path("id").asText().equals("q"));

            assertThat(answer.path("status").asInt()).isEqualTo(504);
            assertThat(answer.path("error").path("code").asInt()).isEqualTo(-1007);
        }
    }

    @Test
    void aPriceShockForATimeIsUndoneAtItsEnd() {
        var before = price();
        fault("'kind':'PRICE_SHOCK','symbol':'SOLUSDT','percent':-30,'durationMillis':600000");
        await().atMost(Duration.ofSeconds(20)).until(() -> price() < before * 0.8);
        venue.delete("/sim/v1/faults");
        await().atMost(Duration.ofSeconds(20)).until(() -> price() > before * 0.85);
    }

    @Test
    void whatIsNotKnownHereIsRefused() {
        assertThat(fault("'kind':'HALT_SYMBOL','symbol':'XXXUSDT'").path("error").asText())
                .startsWith("symbol is 'XXXUSDT', but must be one of [");
        assertThat(fault("'kind':'BAN','account':'nobody'").path("error").asText())
                .startsWith("account is 'nobody', but must be one that was opened");
        assertThat(venue.get("/sim/v1/faults/999").path("error").asText())
                .isEqualTo("there is no fault 999");
    }

    private double price() {
        return venue.get("/api/v3/ticker/price?symbol=SOLUSDT").path("price").asDouble();
    }

    private boolean refusesSockets() {
        try (var frames = new Frames(venue.ws() + "/ws/btcusdt@trade")) {
            return frames.closed();
        } catch (RuntimeException e) {
            return String.valueOf(e.getMessage()).contains("WebSocketHandshake");
        }
    }

    private JsonNode fault(String members) {
        return venue.post("/sim/v1/faults", "{" + members.replace('\'', '"') + "}");
    }

    private Optional<HttpResponse<String>> buy(String id) {
        return trader.send(
                "POST",
                "/api/v3/order",
                "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.001&newClientOrderId=" + id);
    }

    /** A bid far below the market; its client id. */
    private String resting(String id) {
        trader.send(
                "POST",
                "/api/v3/order",
                "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.001&price=40000&newClientOrderId="
                        + id);
        return id;
    }

    private String cancel(String id) {
        return VenueJson.read(
                        trader.send(
                                        "DELETE",
                                        "/api/v3/order",
                                        "symbol=BTCUSDT&origClientOrderId=" + id)
                                .orElseThrow()
                                .body())
                .path("status")
                .asText();
    }

    /** The order's status, or the code of the refusal. */
    private String status(String id) {
        var answer =
                VenueJson.read(
                        trader.send(
                                        GET.name(),
                                        "/api/v3/order",
                                        "symbol=BTCUSDT&origClientOrderId=" + id)
                                .orElseThrow()
                                .body());
        return answer.path("status").asText(answer.path("code").asText());
    }

    private static boolean report(JsonNode frame, String id, String status) {
        var event = frame.path("event");
        return event.path("e").asText().equals("executionReport")
                && (event.path("c").asText().equals(id) || event.path("C").asText().equals(id))
                && event.path("X").asText().equals(status);
    }
}
