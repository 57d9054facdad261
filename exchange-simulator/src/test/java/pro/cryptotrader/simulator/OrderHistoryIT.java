package pro.cryptotrader.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is replaced, amended and prevented, and what can be asked about it afterwards. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderHistoryIT {
    private static final String ORDER = "/api/v3/order";
    private static final String REPLACE = ORDER + "/cancelReplace";

    private VenueProcess venue;

    @BeforeAll
    void start(@TempDir Path folder) {
        venue =
                new VenueProcess(
                                folder,
                                Map.of(
                                        "sim.history-days",
                                        "1",
                                        // The market all but stands still: what is there stays.
                                        "sim.speed",
                                        "0.01",
                                        "sim.book.levels",
                                        "5000",
                                        "sim.book.depth",
                                        "0.01",
                                        "sim.limits.orders-per-10-seconds",
                                        "0",
                                        "sim.limits.orders-per-day",
                                        "12"))
                        .ready();
    }

    @AfterAll
    void stop() {
        venue.close();
    }

    @Test
    void whoIsRefusedTheNewHalfOfAReplacementHearsItOnHisStream() {
        var ann = new RawTrader(venue, "ann", "1000");
        try (var user = ann.userStream()) {
            var old =
                    id(ok(ann.send("POST", ORDER, bid("0.001", "0.8") + "&newClientOrderId=old")));

            var answer =
                    ann.send(
                                    "POST",
                                    REPLACE,
                                    bid("1", "0.8")
                                            + "&newClientOrderId=dear&cancelReplaceMode=STOP_ON_FAILURE&cancelOrderId="
                                            + old)
                            .orElseThrow();

            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(json(answer).path("code").asInt()).isEqualTo(-2021);
            var rejected =
                    user.await1(frame -> frame.path("event").path("x").asText().equals("REJECTED"))
                            .path("event");
            assertThat(rejected.path("X").asText()).isEqualTo("REJECTED");
            assertThat(rejected.path("c").asText()).isEqualTo("dear");
            assertThat(rejected.path("r").asText()).isEqualTo("INSUFFICIENT_BALANCES");
            assertThat(rejected.path("q").asText()).isEqualTo("1.00000000");
            assertThat(rejected.path("i").asLong()).isEqualTo(-1);
            assertThat(user.all())
                    .filteredOn(frame -> frame.path("event").path("c").asText().equals("dear"))
                    .hasSize(1);
        }
        assertThat(
                        json(ann.send("GET", ORDER, "symbol=BTCUSDT&origClientOrderId=dear")
                                        .orElseThrow())
                                .path("code")
                                .asInt())
                .isEqualTo(-2013);
    }

    @Test
    void whoHasTooManyUnfilledOrdersMayStillCancelOne() {
        var bob = new RawTrader(venue, "bob", "100000");
        var ids = new ArrayList<String>();
        for (var i = 0; i < 11; i++) {
            ids.add(id(ok(bob.send("POST", ORDER, bid("0.001", "0.8")))));
        }
        // What was not attempted counts all the same: that is the twelfth.
        assertThat(replace(bob, "999999", "STOP_ON_FAILURE", "DO_NOTHING").statusCode())
                .isEqualTo(400);

        var nothing = replace(bob, ids.get(0), "STOP_ON_FAILURE", "DO_NOTHING");
        assertThat(nothing.statusCode()).isEqualTo(429);
        assertThat(nothing.headers().firstValue("Retry-After")).isPresent();
        assertThat(json(nothing).path("code").asInt()).isEqualTo(-1015);
        assertThat(status(bob, ids.get(0))).isEqualTo("NEW");

        var stopping = replace(bob, ids.get(0), "STOP_ON_FAILURE", "CANCEL_ONLY");
        assertThat(stopping.statusCode()).isEqualTo(429);
        assertThat(json(stopping).path("code").asInt()).isEqualTo(-2021);
        assertThat(json(stopping).path("data").path("cancelResult").asText()).isEqualTo("SUCCESS");
        assertThat(json(stopping).path("data").path("newOrderResponse").path("msg").asText())
                .isEqualTo("Too many new orders; current limit is 12 orders per DAY.");
        assertThat(status(bob, ids.get(0))).isEqualTo("CANCELED");

        assertThat(replace(bob, ids.get(0), "STOP_ON_FAILURE", "CANCEL_ONLY").statusCode())
                .isEqualTo(429);
        assertThat(replace(bob, ids.get(1), "ALLOW_FAILURE", "CANCEL_ONLY").statusCode())
                .isEqualTo(409);
        var both = replace(bob, ids.get(1), "ALLOW_FAILURE", "CANCEL_ONLY");
        assertThat(both.statusCode()).isEqualTo(400);
        assertThat(json(both).path("code").asInt()).isEqualTo(-2022);
        assertThat(json(both).path("data").path("newOrderResult").asText()).isEqualTo("FAILURE");
    }

    @Test
    void moreTradesThanOneAnswerHoldsAreReadPageByPage() {
        var cid = new RawTrader(venue, "cid", "900000000");
        var first = ok(cid.send("POST", ORDER, market("10")));
        ok(cid.send("POST", ORDER, market("10")));
        ok(cid.send("POST", ORDER, market("20")));

        var all = new ArrayList<Long>();
        var from = 0L;
        for (var page = trades(cid, "&limit=1000&fromId=0");
                !page.isEmpty();
                page = trades(cid, "&limit=1000&fromId=" + from)) {
            page.forEach(trade -> all.add(trade.path("id").asLong()));
            from = all.getLast() + 1;
        }
        assertThat(all).hasSizeGreaterThan(1100).isSorted().doesNotHaveDuplicates();

        var start = trades(cid, "&limit=1&fromId=0").path(0).path("time").asLong();
        assertThat(ids(trades(cid, "&limit=1000&startTime=" + start)))
                .isEqualTo(all.subList(0, 1000));
        assertThat(ids(trades(cid, "&limit=700&endTime=" + (start + 86_400_000))))
                .isEqualTo(all.subList(all.size() - 700, all.size()));
        assertThat(ids(trades(cid, ""))).isEqualTo(all.subList(all.size() - 500, all.size()));
        var ofFirst = "&limit=1000&orderId=" + id(first);
        var fills = ids(trades(cid, ofFirst));
        assertThat(fills)
                .hasSize(first.path("fills").size())
                .isEqualTo(all.subList(0, fills.size()));
        assertThat(ids(trades(cid, ofFirst + "&fromId=" + all.get(10))))
                .isEqualTo(fills.subList(10, fills.size()));
        assertThat(trades(cid, "&fromId=0&startTime=" + start).path("code").asInt())
                .isEqualTo(-1128);
        assertThat(trades(cid, ofFirst + "&startTime=" + start).path("code").asInt())
                .isEqualTo(-1128);
        assertThat(
                        trades(cid, "&startTime=" + start + "&endTime=" + (start + 86_400_001))
                                .path("code")
                                .asInt())
                .isEqualTo(-1127);
        assertThat(
                        ok(cid.send(
                                        "GET",
                                        "/api/v3/allOrders",
                                        "symbol=BTCUSDT&orderId=" + id(first)))
                                .size())
                .isEqualTo(3);
    }

    @Test
    void anAmendedOrderKeepsItsPlaceAndItsAmendmentsCanBeAskedFor() {
        var dan = new RawTrader(venue, "dan", "10000");
        var order = id(ok(dan.send("POST", ORDER, bid("0.01", "0.8") + "&newClientOrderId=a")));

        var amended =
                ok(
                        dan.send(
                                "PUT",
                                ORDER + "/amend/keepPriority",
                                "symbol=BTCUSDT&newQty=0.006&newClientOrderId=b&orderId=" + order));
        ok(
                dan.send(
                        "PUT",
                        ORDER + "/amend/keepPriority",
                        "symbol=BTCUSDT&newQty=0.005&newClientOrderId=c&origClientOrderId=b"));

        assertThat(amended.path("amendedOrder").path("qty").asText()).isEqualTo("0.00600000");
        assertThat(amended.path("amendedOrder").path("origClientOrderId").asText()).isEqualTo("a");
        var all = ok(dan.send("GET", ORDER + "/amendments", "symbol=BTCUSDT&orderId=" + order));
        assertThat(all)
                .extracting(
                        each -> each.path("origQty").asText() + ' ' + each.path("newQty").asText())
                .containsExactly("0.01000000 0.00600000", "0.00600000 0.00500000");
        assertThat(all)
                .extracting(each -> each.path("newClientOrderId").asText())
                .containsExactly("b", "c");
        assertThat(
                        ok(
                                dan.send(
                                        "GET",
                                        ORDER + "/amendments",
                                        "symbol=BTCUSDT&orderId="
                                                + order
                                                + "&fromExecutionId="
                                                + all.path(1).path("executionId").asLong())))
                .hasSize(1);
        var more =
                dan.send(
                                "PUT",
                                ORDER + "/amend/keepPriority",
                                "symbol=BTCUSDT&newQty=0.02&orderId=" + order)
                        .orElseThrow();
        assertThat(json(more).path("code").asInt()).isEqualTo(-2038);
    }

    @Test
    void aTradeWithOneselfIsPreventedAndCanBeAskedFor() {
        var eve = new RawTrader(venue, "eve", "100000");
        ok(eve.send("POST", ORDER, market("0.05")));
        var high = price("1.3");
        var maker =
                id(
                        ok(
                                eve.send(
                                        "POST",
                                        ORDER,
                                        "symbol=BTCUSDT&side=SELL&type=LIMIT&timeInForce=GTC&quantity=0.01&price="
                                                + best("askPrice"))));

        var taker =
                ok(
                        eve.send(
                                "POST",
                                ORDER,
                                "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.02&selfTradePreventionMode=EXPIRE_BOTH&price="
                                        + high));

        assertThat(taker.path("status").asText()).isEqualTo("EXPIRED_IN_MATCH");
        assertThat(taker.path("preventedMatches").path(0).path("makerOrderId").asText())
                .isEqualTo(maker);
        var match = taker.path("preventedMatchId").asText();
        for (var by :
                List.of(
                        "preventedMatchId=" + match,
                        "orderId=" + maker,
                        "orderId=" + id(taker) + "&fromPreventedMatchId=" + match)) {
            var found = ok(eve.send("GET", "/api/v3/myPreventedMatches", "symbol=BTCUSDT&" + by));
            assertThat(found).as(by).hasSize(1);
            assertThat(found.path(0).path("selfTradePreventionMode").asText())
                    .isEqualTo("EXPIRE_BOTH");
            assertThat(found.path(0).path("makerPreventedQuantity").asText())
                    .isEqualTo("0.01000000");
        }
    }

    private HttpResponse<String> replace(
            RawTrader trader, String cancel, String mode, String limitMode) {
        return trader.send(
                        "POST",
                        REPLACE,
                        bid("0.001", "0.8")
                                + "&cancelReplaceMode="
                                + mode
                                + "&orderRateLimitExceededMode="
                                + limitMode
                                + "&cancelOrderId="
                                + cancel)
                .orElseThrow();
    }

    private String status(RawTrader trader, String order) {
        return ok(trader.send("GET", ORDER, "symbol=BTCUSDT&orderId=" + order))
                .path("status")
                .asText();
    }

    private JsonNode trades(RawTrader trader, String more) {
        return json(trader.send("GET", "/api/v3/myTrades", "symbol=BTCUSDT" + more).orElseThrow());
    }

    private static List<Long> ids(JsonNode trades) {
        var ids = new ArrayList<Long>();
        trades.forEach(trade -> ids.add(trade.path("id").asLong()));
        return ids;
    }

    private static String market(String quantity) {
        return "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=" + quantity;
    }

    private String bid(String quantity, String timesBest) {
        return "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=%s&price=%s"
                .formatted(quantity, price(timesBest));
    }

    private String price(String timesBest) {
        return new BigDecimal(best("bidPrice"))
                .multiply(new BigDecimal(timesBest))
                .setScale(2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private String best(String side) {
        return venue.get("/api/v3/ticker/bookTicker?symbol=BTCUSDT").path(side).asText();
    }

    private static String id(JsonNode order) {
        return order.path("orderId").asText();
    }

    private static JsonNode ok(Optional<HttpResponse<String>> answer) {
        assertThat(answer.orElseThrow().statusCode())
                .as(answer.orElseThrow().body())
                .isEqualTo(200);
        return json(answer.orElseThrow());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return VenueJson.read(answer.body());
    }
}
