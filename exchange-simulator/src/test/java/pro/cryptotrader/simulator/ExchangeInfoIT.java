package pro.cryptotrader.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A venue that was given exchange information: it serves it, and obeys it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExchangeInfoIT {
    private static final String ORDER = "/api/v3/order";
    private static final String INFO =
            """
            {"timezone":"UTC","serverTime":1,
             "rateLimits":[
               {"rateLimitType":"REQUEST_WEIGHT","interval":"MINUTE","intervalNum":1,"limit":900},
               {"rateLimitType":"ORDERS","interval":"DAY","intervalNum":1,"limit":4}],
             "exchangeFilters":[{"filterType":"EXCHANGE_MAX_NUM_ORDERS","maxNumOrders":2}],
             "symbols":[
               {"symbol":"BTCUSDT","status":"TRADING","baseAsset":"BTC","quoteAsset":"USDT",
                "quotePrecision":6,"orderTypes":["LIMIT","MARKET"],"icebergAllowed":false,
                "permissionSets":[["SPOT","TRD_GRP_004"]],"isMarginTradingAllowed":true,
                "filters":[
                  {"filterType":"PRICE_FILTER","minPrice":"0.50","maxPrice":"200000.00","tickSize":"0.50"},
                  {"filterType":"LOT_SIZE","minQty":"0.01","maxQty":"100","stepSize":"0.01"}]},
               {"symbol":"ETHUSDT","status":"BREAK","baseAsset":"ETH","quoteAsset":"USDT","filters":[
                  {"filterType":"PRICE_FILTER","minPrice":"0.01","maxPrice":"200000.00","tickSize":"0.01"},
                  {"filterType":"LOT_SIZE","minQty":"0.01","maxQty":"100","stepSize":"0.01"}]},
               {"symbol":"SOLUSDT","status":"TRADING","baseAsset":"SOL","quoteAsset":"USDT",
                "permissionSets":[["MARGIN"]],"filters":[
                  {"filterType":"PRICE_FILTER","minPrice":"0.01","maxPrice":"200000.00","tickSize":"0.01"},
                  {"filterType":"LOT_SIZE","minQty":"0.01","maxQty":"100","stepSize":"0.01"}]}]}
            """;

    private VenueProcess venue;
    private RawTrader ann;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("info.json"), INFO);
        venue =
                new VenueProcess(
                                folder,
                                Map.of(
                                        "sim.history-days",
                                        "1",
                                        "sim.symbols",
                                        "BTCUSDT,ETHUSDT,SOLUSDT,XRPUSDT",
                                        "sim.rules.exchange-info",
                                        file.toString(),
                                        "sim.limits.orders-per-10-seconds",
                                        "0",
                                        "sim.limits.ban-after",
                                        "3",
                                        "sim.limits.ban-seconds",
                                        "77"))
                        .ready();
        ann = new RawTrader(venue, "ann", "1000000");
    }

    @AfterAll
    void stop() {
        venue.close();
    }

    @Test
    @Order(1)
    void whatWasGivenIsServed() {
        var given = VenueJson.read(INFO).path("symbols").path(0);

        var served = venue.get("/api/v3/exchangeInfo?symbol=BTCUSDT");

        var symbol = served.path("symbols").path(0);
        for (var name :
                new String[] {"quotePrecision", "orderTypes", "icebergAllowed", "permissionSets"}) {
            assertThat(symbol.path(name)).as(name).isEqualTo(given.path(name));
        }
        assertThat(symbol.path("filters").path(0).path("tickSize").asText())
                .isEqualTo("0.50000000");
        assertThat(served.path("exchangeFilters").path(0).path("maxNumOrders").asInt())
                .isEqualTo(2);
        assertThat(served.path("rateLimits").path(0).path("limit").asInt()).isEqualTo(900);
        assertThat(venue.get("/api/v3/exchangeInfo?symbolStatus=BREAK").path("symbols"))
                .extracting(each -> each.path("symbol").asText())
                .containsExactly("ETHUSDT");
        assertThat(venue.get("/api/v3/exchangeInfo?permissions=MARGIN").path("symbols"))
                .extracting(each -> each.path("symbol").asText())
                .containsExactly("SOLUSDT");
        // What is not in the file has the usual rules.
        assertThat(
                        venue.get("/api/v3/exchangeInfo?symbol=XRPUSDT")
                                .path("symbols")
                                .path(0)
                                .path("filters"))
                .isNotEmpty();
    }

    @Test
    @Order(2)
    void whatWasGivenIsObeyed() {
        assertThat(
                        refused(
                                "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.01&price=50000.25"))
                .isEqualTo("-1013 Filter failure: PRICE_FILTER");
        assertThat(
                        refused(
                                "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.015&price=50000"))
                .isEqualTo("-1013 Filter failure: LOT_SIZE");
        assertThat(refused("symbol=BTCUSDT&side=BUY&type=STOP_LOSS&quantity=0.01&stopPrice=190000"))
                .isEqualTo("-2010 Stop loss orders are not supported for this symbol.");
        assertThat(
                        refused(
                                "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.02&icebergQty=0.01&price=50000"))
                .isEqualTo("-2010 Iceberg orders are not supported for this symbol.");
        assertThat(refused("symbol=ETHUSDT&side=BUY&type=MARKET&quantity=1"))
                .isEqualTo("-2010 Market is closed.");
        assertThat(refused("symbol=SOLUSDT&side=BUY&type=MARKET&quantity=1"))
                .isEqualTo("-2010 This symbol is not permitted for this account.");
        assertThat(place("0.01").statusCode()).isEqualTo(200);
        assertThat(place("0.01").statusCode()).isEqualTo(200);
        assertThat(
                        refused(
                                "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.01&price=50000"))
                .isEqualTo("-1013 Filter failure: EXCHANGE_MAX_NUM_ORDERS");
        ann.send("DELETE", "/api/v3/openOrders", "symbol=BTCUSDT");
        place("0.01");
        place("0.01");
        ann.send("DELETE", "/api/v3/openOrders", "symbol=BTCUSDT");
        assertThat(place("0.01").statusCode()).isEqualTo(429);
    }

    /** The last, because nothing is answered afterwards. */
    @Test
    @Order(3)
    void whoAsksTooMuchIsToldSoAndThenBanned() throws IOException, InterruptedException {
        var answer = ask();
        for (var i = 0; i < 60 && answer.statusCode() == 200; i++) {
            answer = ask();
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body())
                .contains(
                        "Too much request weight used; current limit is 900 request weight per 1 MINUTE.");
        for (var i = 0; i < 60 && answer.statusCode() != 418; i++) {
            answer = ask();
        }
        assertThat(answer.statusCode()).isEqualTo(418);
        assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 77);
    }

    private HttpResponse<String> ask() throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(venue.http() + "/api/v3/exchangeInfo")).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> place(String quantity) {
        return ann.send(
                        "POST",
                        ORDER,
                        "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&price=50000&quantity="
                                + quantity)
                .orElseThrow();
    }

    private String refused(String query) {
        var answer = said(ann.send("POST", ORDER, query));
        return answer.path("code").asInt() + " " + answer.path("msg").asText();
    }

    private static JsonNode said(Optional<HttpResponse<String>> answer) {
        return VenueJson.read(answer.orElseThrow().body());
    }
}
