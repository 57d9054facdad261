package pro.cryptotrader.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.contracts.event.Heartbeat;
import pro.cryptotrader.contracts.event.PositionChanged;
import pro.cryptotrader.contracts.event.Tick;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.contracts.wire.Topic;
import pro.cryptotrader.testing.TopicFeed;

@QuarkusTest
@WithTestResource(GatewayPlatform.class)
class ProjectionsIT {
    private static final Duration BOUND = Duration.ofSeconds(30);

    @Test
    void showsATradeFromTheCandleToTheMoney() {
        var tape = new Tape("main", "AAA/USDT", "2026-03-01T10:00:00Z");
        try (var feed = TopicFeed.open()) {
            tape.entry().forEach(feed::publish);
            feed.publish(tape.position(PositionChanged.Status.OPEN, "0", 3));
            feed.publish(tape.money("9795.8", "10001", 1, 3));
        }
        var gateway = Gateway.signedIn();

        await().atMost(BOUND)
                .untilAsserted(() -> {
                    assertThat(texts(gateway, "/api/candles?symbol=AAA/USDT&interval=5m", "close"))
                            .containsExactly("102");
                    assertThat(texts(gateway, "/api/signals?symbol=AAA/USDT", "items.data.type"))
                            .containsExactly("BUY");
                    assertThat(account(gateway, "verdicts?symbol=AAA/USDT", "items.type"))
                            .containsExactly("approved");
                    assertThat(account(gateway, "orders?symbol=AAA/USDT", "items.status"))
                            .containsExactly("FILLED");
                    assertThat(account(gateway, "fills?symbol=AAA/USDT", "items.data.price"))
                            .containsExactly("102.1");
                    assertThat(account(gateway, "positions", "data.symbol")).contains("AAA/USDT");
                    assertThat(account(gateway, "equity", "equity")).contains("10001");
                });
        assertThat(
                        gateway.get("/api/accounts/main/orders/" + tape.orderId + "/events")
                                .jsonPath()
                                .getList("type", String.class))
                .containsExactly("OrderIntended", "OrderAccepted", "OrderClosed");
    }

    @Test
    void takesEveryEventInOnceHoweverOftenItIsDelivered() {
        var tape = new Tape("main", "BBB/USDT", "2026-03-01T10:00:00Z");
        var last = tape.log(TradingLog.Level.INFO, "after all of it BBB", Map.of());
        try (var feed = TopicFeed.open()) {
            for (int delivery = 0; delivery < 3; delivery++) {
                tape.entry().forEach(feed::publish);
            }
            feed.publish(tape.fill);
            feed.publish(last);
        }
        var gateway = Gateway.signedIn();

        await().atMost(BOUND)
                .untilAsserted(() -> {
                    assertThat(account(gateway, "orders?symbol=BBB/USDT", "items.status"))
                            .containsExactly("FILLED");
                    assertThat(account(gateway, "fills?symbol=BBB/USDT", "items.id"))
                            .containsExactly(tape.fill.id().toString());
                    assertThat(account(gateway, "logs?text=all of it bbb", "items.message"))
                            .containsExactly("after all of it BBB");
                    assertThat(account(gateway, "verdicts?symbol=BBB/USDT", "items.id"))
                            .containsExactly(tape.verdict.id().toString());
                });
    }

    @Test
    void goesOnAfterAMessageThatNobodyCanRead() {
        var tape = new Tape("main", "CCC/USDT", "2026-03-01T10:00:00Z");
        try (var feed = TopicFeed.open()) {
            feed.publish(Topic.FILLS, "main", "this is no JSON");
            feed.publish(tape.fill);
        }
        var gateway = Gateway.signedIn();

        await().atMost(BOUND)
                .untilAsserted(() ->
                        assertThat(account(gateway, "fills?symbol=CCC/USDT", "items.id"))
                                .containsExactly(tape.fill.id().toString()));
    }

    @Test
    void filtersAndPagesTheLog() {
        var tape = new Tape("main", "DDD/USDT", "2026-03-01T10:00:00Z");
        try (var feed = TopicFeed.open()) {
            for (int line = 1; line <= 5; line++) {
                feed.publish(
                        tape.log(
                                line % 2 == 0 ? TradingLog.Level.WARNING : TradingLog.Level.INFO,
                                "paged line " + line,
                                Map.of("line", Integer.toString(line))));
            }
        }
        var gateway = Gateway.signedIn();

        await().atMost(BOUND)
                .untilAsserted(() ->
                        assertThat(account(gateway, "logs?text=paged line", "items.message"))
                                .hasSize(5));
        assertThat(account(gateway, "logs?text=paged&level=WARNING", "items.message"))
                .containsExactly("paged line 4", "paged line 2");
        var first = gateway.get("/api/accounts/main/logs?text=paged&limit=2").jsonPath();
        assertThat(first.getList("items.message", String.class))
                .containsExactly("paged line 5", "paged line 4");
        assertThat(
                        account(
                                gateway,
                                "logs?text=paged&limit=2&before=" + first.getLong("next"),
                                "items.message"))
                .containsExactly("paged line 3", "paged line 2");
    }

    @Test
    void showsTheLatestPriceAndTheHealthOfEachService() {
        var at = Instant.parse("2026-03-01T10:00:00Z");
        var gateway = Gateway.signedIn();
        try (var feed = TopicFeed.open()) {
            await().atMost(BOUND)
                    .untilAsserted(() -> {
                        // Ticks count from the subscription on, so they are said until one is seen.
                        feed.publish(
                                Envelope.root(
                                        UUID.randomUUID(),
                                        "market-monitor-service",
                                        at,
                                        new Tick(
                                                pro.cryptotrader.contracts.value.Symbol.of(
                                                        "EEE/USDT"),
                                                Price.of("5.01"),
                                                Price.of("5"),
                                                Price.of("5.02"),
                                                9,
                                                at)));
                        assertThat(texts(gateway, "/api/prices", "symbol")).contains("EEE/USDT");
                    });
            feed.publish(
                    Envelope.root(
                            UUID.randomUUID(),
                            "risk-service",
                            at,
                            new Heartbeat(
                                    "risk-service",
                                    "7",
                                    Heartbeat.Status.UP,
                                    Map.of("outbox", "UP"),
                                    Map.of(),
                                    at,
                                    at)));
        }
        await().atMost(BOUND)
                .untilAsserted(() ->
                        assertThat(
                                        texts(
                                                gateway,
                                                "/api/system",
                                                "findAll { it.instance == '7' }.health.outbox"))
                                .containsExactly("UP"));
    }

    @Test
    void saysWhatWouldBeRightWhenAQuestionIsWrong() {
        var answer = Gateway.signedIn().get("/api/candles?symbol=BTCUSDT&interval=5m");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("detail"))
                .isEqualTo("a symbol is BASE/QUOTE such as BTC/USDT, not 'BTCUSDT'");
    }

    private static List<String> account(Gateway gateway, String path, String what) {
        return texts(gateway, "/api/accounts/main/" + path, what);
    }

    private static List<String> texts(Gateway gateway, String path, String what) {
        var answer = gateway.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.jsonPath().getList(what, String.class);
    }
}
