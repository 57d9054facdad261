package pro.cryptotrader.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import pro.cryptotrader.contracts.wire.Topic;
import pro.cryptotrader.runner.Component;

/** A trade from tick to equity, seen at every door of the house. */
@Order(1)
@ExtendWith(GeneratedMarket.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TradingST {
    private static final Duration BOUND = Duration.ofMinutes(1);

    @Test
    @Order(1)
    void theAccountTradesAndItsEquityFollows(TradingPlatform platform) {
        var operator = platform.operator();

        // A new simulated account starts by itself.
        operator.awaitEngine("RUNNING");
        // A whole trade: in, and out again at a stop, a target or a signal.
        platform.awaitWithRallies(
                "a position was bought and sold", () -> closed(operator.seeOwn("/positions")) >= 1);

        var fills = operator.list("/fills?limit=200");
        assertThat(fills).hasSizeGreaterThanOrEqualTo(2);
        var state = operator.seeOwn("").path("data");
        assertThat(decimal(state, "equity")).isPositive().isNotEqualByComparingTo("10000");
        assertThat(state.path("realised").asText()).isNotEqualTo("0");
        await("the equity curve follows")
                .atMost(BOUND)
                .until(() -> operator.seeOwn("/equity").size() >= 2);
    }

    @Test
    @Order(2)
    void aFillLeadsBackThroughOrderVerdictAndSignalToItsCandle(TradingPlatform platform) {
        var operator = platform.operator();
        var fill =
                operator.list("/fills?limit=200").stream()
                        .filter(each -> each.path("data").path("role").asText().equals("ENTRY"))
                        .findFirst()
                        .orElseThrow();

        var chain = awaitChain(operator, fill.path("id").asText(), "steps");

        var steps = new ArrayList<JsonNode>();
        chain.path("steps").forEach(steps::add);
        assertThat(steps)
                .allSatisfy(step -> {
                    assertThat(step.path("at").asText()).isNotBlank();
                    assertThat(step.path("text").asText()).isNotBlank();
                });
        var signal = step(steps, "SIGNAL").path("data");
        assertThat(signal.path("votes").size()).isGreaterThanOrEqualTo(5);
        assertThat(signal.path("candleOpenTime").asText())
                .isEqualTo(step(steps, "CANDLE").path("data").path("openTime").asText());
        assertThat(step(steps, "VERDICT").path("data").path("checks").size()).isPositive();
    }

    @Test
    @Order(3)
    void anExitLeadsBackToTheEntryItSold(TradingPlatform platform) {
        var operator = platform.operator();
        var exit =
                operator.list("/fills?limit=200").stream()
                        .filter(each -> each.path("data").path("side").asText().equals("SELL"))
                        .findFirst()
                        .orElseThrow();

        var chain = awaitChain(operator, exit.path("id").asText(), "entry");

        assertThat(kinds(chain.path("steps"))).contains("FILL", "ORDER");
    }

    /** The gateway reads signals and fills from different topics: one may be behind the other. */
    private static JsonNode awaitChain(Operator operator, String fill, String part) {
        var chain = new AtomicReference<JsonNode>();
        await("the whole chain of fill " + fill)
                .atMost(BOUND)
                .untilAsserted(() -> {
                    chain.set(operator.seeOwn("/fills/" + fill + "/audit"));
                    assertThat(kinds(chain.get().path(part)))
                            .containsSubsequence("FILL", "ORDER", "VERDICT", "SIGNAL", "CANDLE");
                });
        return chain.get();
    }

    @Test
    @Order(4)
    void theTablesOfTheDesignTellTheSame(TradingPlatform platform) {
        var signals = platform.tables(Component.SIGNAL);
        await("signals, HOLD included, and executed ones with price and time")
                .atMost(BOUND)
                .untilAsserted(() -> {
                    assertThat(
                                    signals.count(
                                            "select count(*) from ai_signals_log"
                                                    + " where signal_type = 'HOLD'"))
                            .isPositive();
                    assertThat(
                                    signals.count(
                                            "select count(*) from ai_signals_log where executed"
                                                    + " and execution_price > 0"
                                                    + " and executed_at is not null"
                                                    + " and stop_loss < entry_price"
                                                    + " and take_profit > entry_price"))
                            .isPositive();
                });
        var gateway = platform.tables(Component.GATEWAY);
        var config = gateway.rows("select * from auto_trading_config").getFirst();
        assertThat(config)
                .containsEntry("is_enabled", "t")
                .containsKeys(
                        "id",
                        "user_id",
                        "trading_mode",
                        "max_daily_loss_pct",
                        "max_positions",
                        "trading_interval",
                        "symbols",
                        "created_at",
                        "updated_at");
        assertThat(gateway.rows("select distinct component from auto_trading_logs"))
                .extracting(row -> row.get("component"))
                .contains("risk-service", "executor-service");
        assertThat(gateway.count("select count(*) from performance_data where equity > 0"))
                .isPositive();
        assertThat(
                        gateway.rows(
                                "select component from system_status"
                                        + " where heartbeat_at > now() - interval '1 minute'"))
                .extracting(row -> row.get("component"))
                .contains(
                        Component.services().stream().map(Component::label).toArray(String[]::new));
    }

    @Test
    @Order(5)
    void everyTopicHasMessagesThatAPersonCanRead(TradingPlatform platform) {
        // Some topics need something to happen first: a sale on request, a jump of the price, a
        // search.
        platform.awaitPosition();
        var to = platform.venue().time().truncatedTo(ChronoUnit.DAYS);
        platform.operator().optimise(to.minus(Duration.ofDays(1)), to);
        platform.venue().shock("SOLUSDT", -6);
        platform.operator().commandUntil("STOP", true, "STOPPED");

        for (var topic : Topic.values()) {
            try (var tape = platform.tape(topic)) {
                if (topic == Topic.DEAD_LETTERS) {
                    assertThat(tape.read()).as("dead letters").isEmpty();
                } else {
                    await(topic.topicName()).atMost(BOUND).until(() -> !tape.read().isEmpty());
                    assertThat(tape.read())
                            .as(topic.topicName())
                            .allSatisfy(message -> {
                                assertThat(message.text()).startsWith("{\"specversion\":\"1.0\"");
                                assertThat(message.envelope().type().topic()).isEqualTo(topic);
                                assertThat(message.key())
                                        .isEqualTo(message.envelope().data().key());
                            });
                }
            }
        }
    }

    @Test
    @Order(6)
    void aTradeIsNotified(TradingPlatform platform) {
        var operator = platform.operator();

        await("a notification of a trade on the dashboard")
                .atMost(BOUND)
                .untilAsserted(() ->
                        assertThat(operator.list("/notifications?limit=200"))
                                .map(each -> each.path("data"))
                                .anySatisfy(told -> {
                                    assertThat(told.path("type").asText())
                                            .isEqualTo("TRADE_EXECUTED");
                                    var delivery = told.path("deliveries").path(0);
                                    assertThat(delivery.path("channel").asText())
                                            .isEqualTo("DASHBOARD");
                                    assertThat(delivery.path("status").asText())
                                            .isEqualTo("DELIVERED");
                                }));
    }

    @Test
    @Order(7)
    void aTradeIsMailedOnceToWhoWantsThat(TradingPlatform platform) {
        var operator = platform.operator();
        operator.configure(config -> {
            var notifications = (ObjectNode) config.path("notifications");
            notifications.put("email", Letterbox.OWNER);
            notifications
                    .withArray("/routes/trade_executed")
                    .removeAll()
                    .add("DASHBOARD")
                    .add("EMAIL");
        });
        operator.ensureRunning();

        platform.awaitWithRallies(
                "a letter", () -> !platform.letterbox().notificationIds().isEmpty());

        assertThat(platform.letterbox().notificationIds()).doesNotHaveDuplicates();
        assertThat(operator.list("/notifications?limit=200"))
                .extracting(each -> each.path("data").path("notificationId").asText())
                .containsAll(platform.letterbox().notificationIds());
        operator.commandUntil("STOP", true, "STOPPED");
    }

    @Test
    @Order(8)
    void everythingAgreesWithTheVenue(TradingPlatform platform) {
        platform.awaitAgreement();
    }

    private static BigDecimal decimal(JsonNode node, String field) {
        return new BigDecimal(node.path(field).asText());
    }

    private static long closed(JsonNode positions) {
        return StreamSupport.stream(positions.spliterator(), false)
                .filter(each -> each.path("data").path("status").asText().equals("CLOSED"))
                .count();
    }

    private static List<String> kinds(JsonNode steps) {
        var kinds = new ArrayList<String>();
        steps.forEach(step -> kinds.add(step.path("kind").asText()));
        return kinds;
    }

    private static JsonNode step(List<JsonNode> steps, String kind) {
        return steps.stream()
                .filter(step -> step.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
