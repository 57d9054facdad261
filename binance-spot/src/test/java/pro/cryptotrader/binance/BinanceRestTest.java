package pro.cryptotrader.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Symbol;

class BinanceRestTest {
    private static final Symbol BTC = Symbol.of("BTC/USDT");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String SOLD =
            """
            {"symbol":"BTCUSDT","orderId":28,"orderListId":-1,"clientOrderId":"exit1",
             "transactTime":1767225600000,"origQty":"0.01000000","executedQty":"0.01000000",
             "cummulativeQuoteQty":"500.00000000","status":"FILLED","type":"MARKET","side":"SELL",
             "fills":[{"price":"50000.00000000","qty":"0.01000000","commission":"0.50000000",
                       "commissionAsset":"USDT","tradeId":56}]}
            """;

    private final TestGate gate = new TestGate();
    private final ScriptedVenue venue;
    private final SpotAccount account;
    private final BinanceRest rest;

    BinanceRestTest() throws IOException {
        venue = new ScriptedVenue();
        var clock = new VenueClock(InstantSource.fixed(NOW));
        rest =
                new BinanceRest(
                        venue.url(),
                        clock,
                        new RequestGovernor(clock),
                        Credentials.hmac("key", "secret"),
                        gate,
                        BinanceRest.client(Duration.ofMillis(500)));
        account = new SpotAccount(rest);
    }

    @BeforeEach
    void openAKeptAliveConnection() {
        venue.answers(200, "", "{\"serverTime\":%d}".formatted(NOW.toEpochMilli()));
        rest.measureClock();
    }

    @AfterEach
    void close() throws IOException {
        venue.close();
    }

    @Test
    void neverSendsAnOrderTwiceWhenTheConnectionBreaksAfterIt() {
        venue.takesTheRequestAndHangsUp().answers(200, "", SOLD);

        var failure = sellAndFail();

        assertThat(failure.error().kind()).isEqualTo(VenueError.Kind.UNKNOWN);
        assertThat(failure.latestEntry()).isEqualTo(NOW.plusSeconds(5));
        assertThat(venue.requests).hasSize(2);
    }

    @Test
    void neverSendsAnOrderTwiceWhenTheAnswerAsksForIt() {
        venue.answers(503, "Retry-After: 0\r\n", "{\"code\":-1000,\"msg\":\"unknown\"}");

        assertThat(sellAndFail().error().kind()).isEqualTo(VenueError.Kind.UNKNOWN);
        assertThat(venue.requests).hasSize(2);
    }

    @Test
    void sendsAgainOnlyWhenTheClockWasWrong() {
        venue.answers(400, "", "{\"code\":-1021,\"msg\":\"outside of the recvWindow.\"}")
                .answers(200, "", "{\"serverTime\":%d}".formatted(NOW.toEpochMilli() + 7000))
                .answers(200, "", SOLD);

        var order = account.sellAtMarket(BTC, "exit1", Quantity.of("0.01"));

        assertThat(order.fills()).hasSize(1);
        assertThat(rest.clock().offset()).isEqualTo(Duration.ofSeconds(7));
        assertThat(venue.requests.get(3))
                .contains("timestamp=" + (NOW.toEpochMilli() + 7000))
                .contains("newClientOrderId=exit1");
    }

    @Test
    void sendsNothingBeforeRetryAfterHasPassed() {
        venue.answers(
                429,
                "Retry-After: 17\r\n",
                "{\"code\":-1003,\"msg\":\"Too many requests queued.\"}");

        assertThat(sellAndFail().error().retryAfter()).isEqualTo(Duration.ofSeconds(17));
        var second = sellAndFail();

        assertThat(second.error().kind()).isEqualTo(VenueError.Kind.RATE_LIMITED);
        assertThat(second.latestEntry()).as("it never left us").isNull();
        assertThat(venue.requests).hasSize(2);
    }

    @Test
    void signsWhatItSends() {
        venue.answers(200, "", SOLD);

        account.sellAtMarket(BTC, "exit1", Quantity.of("0.00001"));

        var request = venue.requests.get(1);
        assertThat(request)
                .startsWith(
                        "POST /api/v3/order?symbol=BTCUSDT&side=SELL&type=MARKET&quantity=0.00001&")
                .containsPattern("signature=[0-9a-f]{64} ")
                .contains("X-MBX-APIKEY: key");
    }

    @Test
    void asksForAnEntryThatPaysItsOwnProtection() {
        venue.answers(
                200,
                "",
                """
                {"orderListId":1,"listClientOrderId":"l","transactionTime":1767225600000,"symbol":"BTCUSDT",
                 "orderReports":[
                  {"symbol":"BTCUSDT","orderId":6,"orderListId":1,"clientOrderId":"e","transactTime":1767225600000,
                   "price":"50010","origQty":"0.01","executedQty":"0.01","cummulativeQuoteQty":"500","status":"FILLED",
                   "timeInForce":"FOK","type":"LIMIT","side":"BUY"},
                  {"symbol":"BTCUSDT","orderId":7,"orderListId":1,"clientOrderId":"s","transactTime":1767225600000,
                   "price":"0","executedQty":"0","cummulativeQuoteQty":"0","status":"PENDING_NEW",
                   "type":"STOP_LOSS","side":"SELL","stopPrice":"49500"}]}
                """);

        var orders =
                account.placeEntryList(
                        BTC,
                        new SpotAccount.ListIds("l", "e", "s", "t"),
                        Quantity.of("0.01"),
                        Price.of("50010"),
                        null,
                        Price.of("49500"),
                        Price.of("51000"));

        assertThat(orders).extracting(VenueOrder::status).containsExactly("FILLED", "PENDING_NEW");
        assertThat(orders.getLast().quantity()).as("not computed yet").isZero();
        assertThat(venue.requests.get(1))
                .startsWith("POST /api/v3/orderList/opoco?symbol=BTCUSDT&listClientOrderId=l")
                .contains("workingTimeInForce=FOK")
                .contains(
                        "pendingAboveType=LIMIT_MAKER&pendingAboveClientOrderId=t&pendingAbovePrice=51000")
                .contains(
                        "pendingBelowType=STOP_LOSS&pendingBelowClientOrderId=s&pendingBelowStopPrice=49500")
                .contains("recvWindow=2000")
                .doesNotContain("pendingQuantity");
    }

    @Test
    void signsLikeTheDocumentsExample() {
        var credentials =
                Credentials.hmac(
                        "key", "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j");

        assertThat(
                        credentials
                                .signer()
                                .getSignature(
                                        "symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559"))
                .isEqualTo("c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71");
    }

    @Test
    void anAnswerThatIsNotJsonIsUnknown() {
        venue.answers(200, "", "<html>");

        assertThat(sellAndFail().error().kind()).isEqualTo(VenueError.Kind.UNKNOWN);
    }

    @Test
    void doesNotTakeOverTheCallersParameters() {
        venue.answers(200, "", "{}");
        var parameters = Map.<String, Object>of("symbol", "BTCUSDT");

        rest.signed(
                com.binance.connector.client.enums.HttpMethod.GET,
                "/api/v3/order",
                parameters,
                Duration.ofSeconds(5),
                4,
                Urgency.QUESTION);

        assertThat(parameters).containsOnlyKeys("symbol");
    }

    @Test
    void asksTheGateAfterTheTimestampAndTellsItWhatHasLeft() {
        venue.answers(200, "", SOLD);

        account.sellAtMarket(BTC, "exit1", Quantity.of("0.01"));

        assertThat(gate.heard).containsExactly("? POST /api/v3/order", "! POST /api/v3/order");
    }

    @Test
    void whatTheGateObjectsToNeverLeaves() {
        gate.objection = "somebody else has taken over";

        var failure = sellAndFail();

        assertThat(failure.latestEntry()).as("it never left us").isNull();
        assertThat(failure.error().message()).isEqualTo("somebody else has taken over");
        assertThat(venue.requests).as("only the clock was asked").hasSize(1);
    }

    @Test
    void asksTheGateAgainBeforeItSendsAgain() {
        venue.answers(400, "", "{\"code\":-1021,\"msg\":\"outside of the recvWindow.\"}")
                .answers(200, "", "{\"serverTime\":%d}".formatted(NOW.toEpochMilli()));
        gate.objectionAfterFirst = "stopped for a minute, and somebody else has taken over";

        assertThat(sellAndFail().latestEntry()).isNull();
        assertThat(venue.requests)
                .as("clock, the late order, clock again: no second order")
                .hasSize(3);
    }

    private static final class TestGate implements OrderGate {
        final List<String> heard = new ArrayList<>();
        @Nullable String objection;
        @Nullable String objectionAfterFirst;

        @Override
        public Optional<String> objection(String request) {
            heard.add("? " + request);
            return Optional.ofNullable(heard.size() > 1 ? objectionAfterFirst : objection);
        }

        @Override
        public void left(String request) {
            heard.add("! " + request);
        }
    }

    private VenueException sellAndFail() {
        var failure =
                catchThrowableOfType(
                        VenueException.class,
                        () -> account.sellAtMarket(BTC, "exit1", Quantity.of("0.01")));
        assertThat(failure).isNotNull();
        return failure;
    }
}
