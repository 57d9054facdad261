package pro.cryptotrader.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.FillEvent.FundsChanged;
import pro.cryptotrader.contracts.event.ForeignOrderSeen;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.Topic;
import pro.cryptotrader.testing.Platform;

/** What people do at the venue by hand is found, shown and left alone; then there is silence. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReconciliationIT {
    private static final Symbol BTC = Symbol.of("BTC/USDT");
    private static final Symbol ETH = Symbol.of("ETH/USDT");
    private static final String ACCOUNT = "handmade";
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Simulator venue;
    private final Scene scene;
    private ExecutorProcess executor;

    ReconciliationIT() throws IOException {
        venue = new Simulator();
        executor = start();
        executor.isListening();
        scene = new Scene(ACCOUNT, venue, List.of(BTC, ETH)).tellPrices();
    }

    /** Often, but not so often that the venue's weight is used up before an exit needs it. */
    private ExecutorProcess start() throws IOException {
        return new ExecutorProcess(
                venue, Map.of("EXECUTOR_BALANCES_EVERY", "5s", "EXECUTOR_COMPARE_EVERY", "5s"));
    }

    @AfterAll
    void close() throws SQLException {
        executor.close();
        scene.close();
        venue.close();
        ExecutorTables.forget();
    }

    @Test
    @Order(1)
    void findsWhatWasDoneByHandWhileItWasAway() throws IOException {
        scene.open(1);
        assertThat(executor.isReconciled(ACCOUNT)).isTrue();
        scene.buy(BTC, 1, 500, 3);
        await().atMost(SOON).until(() -> phase().equals("PROTECTED"));
        executor.close();

        byHand("symbol=ETHUSDT&side=BUY&type=MARKET&quoteOrderQty=100");
        byHand("symbol=ETHUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.05&price=1000");
        cancelOurProtection();
        executor = start();
        assertThat(executor.isReconciled(ACCOUNT)).isTrue();

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(changes(FundsChanged.Cause.FOREIGN_TRADE))
                                .extracting(change -> change.asset().code())
                                .contains("ETH", "USDT"));
        await().atMost(SOON).until(() -> phase().equals("PROTECTED"));
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(of(TradingLog.class, Topic.TRADING_LOGS))
                                .extracting(TradingLog::message)
                                .anyMatch(words -> words.contains("An order that is not ours"))
                                .anyMatch(words -> words.contains("outside of this platform")));
        assertThat(open("ETHUSDT")).as("the person's order is left alone").hasSize(1);
        assertThat(open("BTCUSDT")).as("ours protect again").hasSize(2);
    }

    @Test
    @Order(2)
    void theSecondPassSaysNothing() throws Exception {
        assertThat(reconcile()).isTrue();
        await().atMost(SOON).until(() -> phase().equals("PROTECTED"));
        long before = saidSoFar();

        assertThat(reconcile()).isTrue();

        assertThat(saidSoFar()).isEqualTo(before);
    }

    /** From its beginning to its end, with who made it, and never touched by us. */
    @Test
    @Order(3)
    void anOrderByHandIsToldAndShownAsLongAsItRests() {
        byHand(
                "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.001&price=20000&newClientOrderId=web_me");

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(executor.status(ACCOUNT).path("foreign").toString())
                                .contains("web_me", "PERSON"));
        venue.byHand("DELETE", "/api/v3/order", ACCOUNT, "symbol=BTCUSDT&origClientOrderId=web_me");

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(of(ForeignOrderSeen.class, Topic.ORDERS))
                                .filteredOn(seen -> seen.clientOrderId().equals("web_me"))
                                .extracting(ForeignOrderSeen::status)
                                .containsExactly("NEW", "CANCELED"));
        assertThat(executor.status(ACCOUNT).path("foreign").toString()).doesNotContain("web_me");
    }

    @Test
    @Order(4)
    void aBalanceThatNobodyToldOfIsCountedAfterASecondLook() throws SQLException {
        ExecutorTables.run(
                "update funds set total = total - 7 where account = 'handmade' and asset = 'USDT'");

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(changes(FundsChanged.Cause.DEPOSIT))
                                .extracting(FundsChanged::delta)
                                .usingElementComparator(BigDecimal::compareTo)
                                .containsExactly(new BigDecimal("7")));
    }

    @Test
    @Order(5)
    void aPositionThatWasSoldByHandIsNotSoldAgain() {
        var held = held().setScale(5, RoundingMode.FLOOR);
        var sale = "symbol=BTCUSDT&side=SELL&type=MARKET&quantity=" + held.toPlainString();
        // What is held is protected again within milliseconds: a person needs some luck.
        await().atMost(SOON)
                .ignoreExceptions()
                .until(() -> {
                    cancelOurProtection();
                    return venue.byHand("POST", "/api/v3/order", ACCOUNT, sale).has("orderId");
                });

        await().atMost(SOON).untilAsserted(() -> assertThat(phase()).isEqualTo("IDLE"));
        assertThat(sellsOfOurs()).as("what a person has sold is not sold again").isZero();
        assertThat(open("BTCUSDT")).as("and nothing waits to sell it").noneMatch(this::sells);
    }

    /** What the person could not sell is less than a step of the venue's. */
    @Test
    @Order(6)
    void whatIsTooLittleToBeSoldIsInTheDustLedger() throws SQLException {
        var owned = new BigDecimal(query("select total from funds where asset = 'BTC'"));

        assertThat(owned).isPositive();
        assertThat(new BigDecimal(btc().path("dust").asText())).isEqualByComparingTo(owned);
        assertThat(new BigDecimal(query("select quantity from dust where symbol = 'BTC/USDT'")))
                .isEqualByComparingTo(owned);
    }

    @Test
    @Order(7)
    void theKeysAreInNoLogAndNotInTheDatabase() throws Exception {
        var keys = venue.keys(ACCOUNT);
        var log = Files.readString(ExecutorProcess.LOG);
        assertThat(log).isNotEmpty().doesNotContain(keys[0]).doesNotContain(keys[1]);
        assertThat(log).doesNotContain(ExecutorProcess.MASTER_KEY);
        assertThat(query("select api_key || secret_key from accounts where account = 'handmade'"))
                .isNotEmpty()
                .doesNotContain(keys[0])
                .doesNotContain(keys[1]);
    }

    private boolean reconcile() {
        return executor.ask("POST", "/internal/accounts/" + ACCOUNT + "/reconcile", "")
                .path("reconciled")
                .asBoolean(false);
    }

    private String phase() {
        return btc().path("phase").asText();
    }

    private BigDecimal held() {
        return new BigDecimal(btc().path("held").asText("0"));
    }

    private JsonNode btc() {
        for (var trade : executor.status(ACCOUNT).path("trades")) {
            if (trade.path("symbol").asText().equals("BTC/USDT")) {
                return trade;
            }
        }
        return executor.status("nobody").path("trades");
    }

    private void byHand(String query) {
        var answer = venue.byHand("POST", "/api/v3/order", ACCOUNT, query);
        assertThat(answer.has("orderId")).as("%s", answer).isTrue();
    }

    private void cancelOurProtection() {
        venue.byHand(
                "DELETE",
                "/api/v3/order",
                ACCOUNT,
                "symbol=BTCUSDT&orderId="
                        + open("BTCUSDT").stream()
                                .filter(this::sells)
                                .findFirst()
                                .orElseThrow()
                                .path("orderId")
                                .asText());
    }

    private List<JsonNode> open(String symbol) {
        return StreamSupport.stream(venue.account(ACCOUNT).path("orders").spliterator(), false)
                .filter(order -> order.path("symbol").asText().equals(symbol))
                .filter(order -> order.path("status").asText().equals("NEW"))
                .toList();
    }

    private long sellsOfOurs() {
        return StreamSupport.stream(venue.account(ACCOUNT).path("orders").spliterator(), false)
                .filter(order -> order.path("type").asText().equals("MARKET"))
                .filter(order -> order.path("clientOrderId").asText().matches("[0-9a-f]{32}"))
                .count();
    }

    private boolean sells(JsonNode order) {
        return order.path("side").asText().equals("SELL");
    }

    private List<FundsChanged> changes(FundsChanged.Cause cause) {
        return of(FundsChanged.class, Topic.FILLS).stream()
                .filter(change -> change.cause() == cause)
                .toList();
    }

    private <E extends Event> List<E> of(Class<E> type, Topic topic) {
        return scene.log(topic).stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Every event goes through the outbox, whose numbers are never used twice. */
    private static long saidSoFar() throws SQLException {
        return Long.parseLong(
                query("select last_value from pg_sequences where sequencename like 'outbox%'"));
    }

    private static String query(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            var row = statement.executeQuery(sql);
            return row.next() ? row.getString(1) : "";
        }
    }

    private static java.sql.Connection connect() throws SQLException {
        return DriverManager.getConnection(
                Platform.get().getJdbcUrl(), "executor", "for-tests-only");
    }
}
