package pro.cryptotrader.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A venue of which nothing is as usual: each setting shows in what the venue does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettingsIT {
    private static final String ORDER = "/api/v3/order";

    private VenueProcess venue;

    @BeforeAll
    void start(@TempDir Path folder) {
        var settings = new TreeMap<String, String>();
        settings.put("sim.symbols", "BTCUSDT,BTCUSDC,BNBUSDT");
        settings.put("sim.history-days", "1");
        settings.put("sim.start", "2024-02-29T00:00:00Z");
        // The market all but stands still: what is there stays.
        settings.put("sim.speed", "0.01");
        settings.put("sim.commission", "0.002");
        settings.put("sim.rules.bnb-discount", "0.25");
        settings.put("sim.rules.discount-multiplies", "false");
        settings.put("sim.rules.special-commission", "0.0005");
        settings.put("sim.rules.tax-commission", "0.0003");
        settings.put("sim.rules.commission-rounding", "CEILING");
        settings.put("sim.rules.client-ids", "AFTER_FILL");
        settings.put("sim.rules.sor", "BTCUSDT/BTCUSDC");
        settings.put("sim.book.levels", "7");
        settings.put("sim.book.depth", "10");
        settings.put("sim.book.spread-bps", "50");
        settings.put("sim.book.slippage-bps", "10");
        settings.put("sim.limits.request-weight", "4321");
        venue = new VenueProcess(folder, settings).ready();
    }

    @AfterAll
    void stop() {
        venue.close();
    }

    @Test
    void theMarketBeginsWhenItIsSetTo() {
        assertThat(venue.get("/sim/v1/status").path("marketTime").asLong())
                .isBetween(1_709_164_800_000L, 1_709_164_800_000L + 3_600_000);
    }

    @Test
    void theBookIsAsDeepAndWideAndSteepAsItIsSetTo() {
        var depth = venue.get("/api/v3/depth?symbol=BNBUSDT&limit=100");
        var last = decimal(venue.get("/api/v3/ticker/price?symbol=BNBUSDT").path("price"));
        var bid = decimal(depth.path("bids").path(0).path(0));
        var ask = decimal(depth.path("asks").path(0).path(0));

        assertThat(depth.path("bids")).hasSize(7);
        assertThat(depth.path("asks")).hasSize(7);
        assertThat(ask.subtract(bid)).isEqualByComparingTo(cents(last, "0.005"));
        for (var i = 1; i < 7; i++) {
            var above = decimal(depth.path("asks").path(i).path(0));
            var below = decimal(depth.path("asks").path(i - 1).path(0));
            assertThat(above.subtract(below)).isEqualByComparingTo(cents(last, "0.001"));
        }
        // Ten times what is usual at the touch, 9,000, give or take a half.
        var touch = ask.multiply(decimal(depth.path("asks").path(0).path(1)));
        assertThat(touch).isBetween(new BigDecimal("44000"), new BigDecimal("136000"));
    }

    @Test
    void whoTakesMoreThanTheTouchSlipsByTheSetStep() {
        var ann = open("ann", "{\"USDC\":\"50000000\"}");

        var bought = ok(ann.send("POST", ORDER, "symbol=BTCUSDC&side=BUY&type=MARKET&quantity=6"));

        var last = decimal(venue.get("/api/v3/ticker/price?symbol=BTCUSDC").path("price"));
        assertThat(bought.path("fills").size()).isGreaterThan(1);
        assertThat(
                        decimal(bought.path("fills").path(1).path("price"))
                                .subtract(decimal(bought.path("fills").path(0).path("price"))))
                .isEqualByComparingTo(cents(last, "0.001"));
    }

    @Test
    void everyKindOfCommissionIsTakenAndRoundedUp() {
        var bob = open("bob", "{\"USDT\":\"50000\"}");

        var bought =
                ok(bob.send("POST", ORDER, "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.00123"));
        var rates = ok(bob.send("GET", "/api/v3/account/commission", "symbol=BTCUSDT"));

        // 0.00123 x (0.002 + 0.0005 + 0.0003) = 0.000003444
        assertThat(bought.path("fills").path(0).path("commission").asText())
                .isEqualTo("0.00000345");
        assertThat(bought.path("fills").path(0).path("commissionAsset").asText()).isEqualTo("BTC");
        assertThat(rates.path("standardCommission").path("taker").asText()).isEqualTo("0.00200000");
        assertThat(rates.path("specialCommission").path("maker").asText()).isEqualTo("0.00050000");
        assertThat(rates.path("taxCommission").path("taker").asText()).isEqualTo("0.00030000");
        assertThat(rates.path("discount").path("discount").asText()).isEqualTo("0.25000000");
        assertThat(rates.path("discount").path("enabledForAccount").asBoolean()).isFalse();
    }

    @Test
    void whoPaysInBnbPaysLess() {
        venue.post(
                "/sim/v1/accounts",
                "{\"accountId\":\"cid\",\"bnbDiscount\":true,\"balances\":{\"USDT\":\"50000\",\"BNB\":\"10\"}}");
        var cid = new RawTrader(venue, "cid", "0");

        var bought =
                ok(cid.send("POST", ORDER, "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.1"));

        var fill = bought.path("fills").path(0);
        var btc = decimal(venue.get("/api/v3/ticker/price?symbol=BTCUSDT").path("price"));
        var bnb = decimal(venue.get("/api/v3/ticker/price?symbol=BNBUSDT").path("price"));
        // Standard commission less a quarter, special and tax in full.
        var rate =
                new BigDecimal("0.002")
                        .multiply(new BigDecimal("0.75"))
                        .add(new BigDecimal("0.0008"));
        var expected =
                new BigDecimal("0.1")
                        .multiply(rate)
                        .multiply(btc)
                        .divide(bnb, MathContext.DECIMAL64);
        assertThat(fill.path("commissionAsset").asText()).isEqualTo("BNB");
        assertThat(decimal(fill.path("commission")).divide(expected, MathContext.DECIMAL64))
                .isBetween(new BigDecimal("0.9999"), new BigDecimal("1.0001"));
        assertThat(decimal(fill.path("qty"))).isEqualByComparingTo("0.1");
    }

    @Test
    void theClientIdOfACanceledOrderStaysTaken() {
        var dan = open("dan", "{\"USDT\":\"50000\"}");
        var resting =
                "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.001&price=50000&newClientOrderId=once";
        ok(dan.send("POST", ORDER, resting));
        ok(dan.send("DELETE", ORDER, "symbol=BTCUSDT&origClientOrderId=once"));

        var again = dan.send("POST", ORDER, resting).orElseThrow();

        assertThat(VenueJson.read(again.body()).path("msg").asText())
                .isEqualTo("Duplicate order sent.");
    }

    @Test
    void limitsAreServedAsSet() {
        assertThat(
                        venue.get("/api/v3/exchangeInfo")
                                .path("rateLimits")
                                .path(0)
                                .path("limit")
                                .asInt())
                .isEqualTo(4321);
    }

    @Test
    void aRoutedOrderIsFilledFromAnotherBookAndAllocated() {
        var maker = open("maker", "{\"BTC\":\"5\"}");
        var eve = open("eve", "{\"USDT\":\"500000\",\"BTC\":\"1\"}");
        assertThat(venue.get("/api/v3/exchangeInfo").path("sors"))
                .hasToString("[{\"baseAsset\":\"BTC\",\"symbols\":[\"BTCUSDT\",\"BTCUSDC\"]}]");
        var bid = decimal(venue.get("/api/v3/ticker/bookTicker?symbol=BTCUSDC").path("bidPrice"));
        var price = bid.add(BigDecimal.TEN).toPlainString();
        ok(
                maker.send(
                        "POST",
                        ORDER,
                        "symbol=BTCUSDC&side=SELL&type=LIMIT&timeInForce=GTC&quantity=1&price="
                                + price));
        var wanted =
                "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=IOC&quantity=0.3&price=" + price;
        assertThat(ok(eve.send("POST", "/api/v3/sor/order/test", wanted))).isEmpty();

        try (var user = eve.userStream()) {
            var bought = ok(eve.send("POST", "/api/v3/sor/order", wanted + "&newClientOrderId=r"));

            assertThat(bought.path("usedSor").asBoolean()).isTrue();
            assertThat(bought.path("workingFloor").asText()).isEqualTo("SOR");
            var fill = bought.path("fills").path(0);
            assertThat(fill.path("matchType").asText()).isEqualTo("ONE_PARTY_TRADE_REPORT");
            assertThat(fill.path("tradeId").asLong()).isEqualTo(-1);
            assertThat(fill.path("allocId").asLong()).isZero();
            var event =
                    user.await1(frame -> frame.path("event").path("x").asText().equals("TRADE"))
                            .path("event");
            assertThat(event.path("b").asText()).isEqualTo("ONE_PARTY_TRADE_REPORT");
            assertThat(event.path("a").asLong()).isZero();
            assertThat(event.path("k").asText()).isEqualTo("SOR");
            assertThat(event.path("uS").asBoolean()).isTrue();

            user.send(eve.frame("w", "sor.order.place", wanted));
            assertThat(
                            user.await1(frame -> frame.path("id").asText().equals("w"))
                                    .path("result")
                                    .path("fills")
                                    .path(0)
                                    .path("allocId")
                                    .asLong())
                    .isEqualTo(1);
            user.send(eve.frame("m", "myAllocations", "symbol=BTCUSDT"));
            assertThat(user.await1(frame -> frame.path("id").asText().equals("m")).path("result"))
                    .hasSize(2);
        }
        var allocations = ok(eve.send("GET", "/api/v3/myAllocations", "symbol=BTCUSDT"));
        assertThat(allocations.path(0).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "symbol",
                        "allocationId",
                        "allocationType",
                        "orderId",
                        "orderListId",
                        "price",
                        "qty",
                        "quoteQty",
                        "commission",
                        "commissionAsset",
                        "time",
                        "isBuyer",
                        "isMaker",
                        "isAllocator");
        assertThat(
                        ok(
                                eve.send(
                                        "GET",
                                        "/api/v3/myAllocations",
                                        "symbol=BTCUSDT&fromAllocationId=1")))
                .hasSize(1);
        assertThat(ok(eve.send("GET", "/api/v3/myTrades", "symbol=BTCUSDT"))).isEmpty();
        assertThat(
                        code(
                                eve.send(
                                        "POST",
                                        "/api/v3/sor/order",
                                        "symbol=BNBUSDT&side=BUY&type=MARKET&quantity=1")))
                .isEqualTo(-1020);
    }

    @Test
    void aPeggedOrderSaysWhereItsPriceCameFrom() {
        var fay = open("fay", "{\"USDT\":\"500000\"}");
        var best = venue.get("/api/v3/ticker/bookTicker?symbol=BNBUSDT").path("bidPrice").asText();
        var second =
                venue.get("/api/v3/depth?symbol=BNBUSDT&limit=5")
                        .path("bids")
                        .path(1)
                        .path(0)
                        .asText();
        var order =
                "symbol=BNBUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&pegPriceType=PRIMARY_PEG";
        try (var user = fay.userStream()) {
            var placed = ok(fay.send("POST", ORDER, order));
            assertThat(placed.path("price").asText()).isEqualTo("0.00000000");
            assertThat(placed.path("pegPriceType").asText()).isEqualTo("PRIMARY_PEG");
            assertThat(placed.path("peggedPrice").asText()).isEqualTo(best);
            assertThat(placed.has("pegOffsetType")).isFalse();
            var event =
                    user.await1(frame -> frame.path("event").path("x").asText().equals("NEW"))
                            .path("event");
            assertThat(event.path("p").asText()).isEqualTo("0.00000000");
            assertThat(event.path("gP").asText()).isEqualTo("PRIMARY_PEG");
            assertThat(event.path("gp").asText()).isEqualTo(best);

            var replaced =
                    ok(
                            fay.send(
                                    "POST",
                                    ORDER + "/cancelReplace",
                                    order
                                            + "&pegOffsetType=PRICE_LEVEL&pegOffsetValue=1&cancelReplaceMode=STOP_ON_FAILURE&cancelOrderId="
                                            + placed.path("orderId").asText()));
            assertThat(replaced.path("newOrderResponse").path("peggedPrice").asText())
                    .isEqualTo(second);
            assertThat(replaced.path("newOrderResponse").path("pegOffsetValue").asInt())
                    .isEqualTo(1);
        }
        var asked = ok(fay.send("GET", "/api/v3/openOrders", "symbol=BNBUSDT")).path(0);
        assertThat(asked.path("peggedPrice").asText()).isEqualTo(second);
        assertThat(
                        code(
                                fay.send(
                                        "POST",
                                        ORDER,
                                        order.replace("LIMIT&", "STOP_LOSS&")
                                                        .replace("timeInForce=GTC&", "")
                                                + "&stopPrice=1")))
                .isEqualTo(-2010);
    }

    private RawTrader open(String account, String balances) {
        venue.post(
                "/sim/v1/accounts",
                "{\"accountId\":\"%s\",\"balances\":%s}".formatted(account, balances));
        return new RawTrader(venue, account, "0");
    }

    private static int code(Optional<HttpResponse<String>> answer) {
        return VenueJson.read(answer.orElseThrow().body()).path("code").asInt();
    }

    private static JsonNode ok(Optional<HttpResponse<String>> answer) {
        assertThat(answer.orElseThrow().statusCode())
                .as(answer.orElseThrow().body())
                .isEqualTo(200);
        return VenueJson.read(answer.orElseThrow().body());
    }

    private static BigDecimal decimal(JsonNode text) {
        return new BigDecimal(text.asText());
    }

    /** A part of a price, down to whole cents. */
    private static BigDecimal cents(BigDecimal price, String part) {
        return price.multiply(new BigDecimal(part)).setScale(2, RoundingMode.FLOOR);
    }
}
