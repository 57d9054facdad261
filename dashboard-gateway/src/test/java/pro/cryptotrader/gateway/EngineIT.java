package pro.cryptotrader.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.contracts.event.EngineCommand;
import pro.cryptotrader.contracts.event.EngineState;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.contracts.wire.Topic;
import pro.cryptotrader.testing.TopicFeed;
import pro.cryptotrader.testing.TopicProbe;

@QuarkusTest
@WithTestResource(GatewayPlatform.class)
class EngineIT {
    private static final Duration BOUND = Duration.ofSeconds(30);

    @GatewayPlatform.Risk StandIn risk = new StandIn();
    @GatewayPlatform.Executor StandIn executor = new StandIn();

    @BeforeEach
    void everybodyAnswers() {
        risk.answer(200, "{}");
        executor.answer(200, "{}");
    }

    @Test
    void passesACommandOnAndSaysSoOnlyWhenTheExecutorHasConfirmedIt() {
        var gateway = Gateway.signedIn();
        var answer = gateway.post("/api/accounts/main/engine", "{\"action\":\"START\"}");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.jsonPath().getBoolean("acknowledged")).isFalse();
        var id = UUID.fromString(answer.jsonPath().getString("commandId"));

        try (var commands = TopicProbe.of(Topic.ENGINE_COMMANDS);
                var feed = TopicFeed.open()) {
            var sent =
                    commands.await(
                            EngineCommand.class,
                            command -> command.action() == EngineCommand.Action.START,
                            BOUND);
            assertThat(sent.id()).isEqualTo(id);
            assertThat(sent.data().issuedBy()).isEqualTo("admin");

            feed.publish(EngineTape.told("main", EngineState.RUNNING, 101, 100, id));
            awaitStatus(gateway, id, "APPLIED");
            feed.publish(EngineTape.told("main", EngineState.RUNNING, 101, 101, id));
            awaitStatus(gateway, id, "CONFIRMED");
        }
        assertThat(engine(gateway).getString("state.data.state")).isEqualTo("RUNNING");
    }

    @Test
    void showsWhyRiskDidNotObey() {
        var gateway = Gateway.signedIn();
        var id =
                gateway.post("/api/accounts/main/engine", "{\"action\":\"RESUME\"}")
                        .jsonPath()
                        .getString("commandId");
        try (var feed = TopicFeed.open()) {
            feed.publish(
                    new Tape("main", "RSM/USDT", "2026-03-01T10:00:00Z")
                            .log(
                                    TradingLog.Level.WARNING,
                                    "RESUME is not possible while the engine is RUNNING",
                                    Map.of("commandId", id)));
        }

        awaitStatus(gateway, UUID.fromString(id), "REFUSED");
        assertThat(
                        engine(gateway)
                                .getString("commands.find { it.commandId == '" + id + "' }.answer"))
                .isEqualTo("RESUME is not possible while the engine is RUNNING");
    }

    @Test
    void sendsAnEmergencyStopByBothWays() {
        var gateway = Gateway.signedIn();

        var answer =
                gateway.post(
                        "/api/accounts/main/engine",
                        """
                        {"action":"EMERGENCY_STOP","closePositions":true,"reason":"I want out"}\
                        """);

        assertThat(answer.statusCode()).isEqualTo(202);
        var receipt = answer.jsonPath();
        assertThat(receipt.getBoolean("acknowledged")).isTrue();
        assertThat(receipt.getBoolean("kafka.succeeded")).isTrue();
        assertThat(receipt.getBoolean("risk.succeeded")).isTrue();
        assertThat(receipt.getBoolean("executor.succeeded")).isTrue();

        var id = receipt.getString("commandId");
        var told = executor.requests().getLast();
        assertThat(told.path()).isEqualTo("/internal/engine/halt");
        assertThat(told.token()).isEqualTo("between-us");
        var body = JsonPath.from(told.body());
        assertThat(body.getString("commandId")).isEqualTo(id);
        assertThat(body.getString("account")).isEqualTo("main");
        assertThat(body.getBoolean("closePositions")).isTrue();
        assertThat(risk.requests().getLast().path()).isEqualTo("/internal/engine/commands");
        assertThat(risk.requests().getLast().body()).isEqualTo(told.body());
        try (var commands = TopicProbe.of(Topic.ENGINE_COMMANDS)) {
            commands.await(
                    EngineCommand.class,
                    command ->
                            command.action() == EngineCommand.Action.EMERGENCY_STOP
                                    && command.closePositions()
                                    && command.reason().equals("I want out"),
                    BOUND);
        }
        awaitStatus(gateway, UUID.fromString(id), "CONFIRMED");
    }

    @Test
    void doesNotCallAnEmergencyStopAcknowledgedWhenTheExecutorDidNotAnswer() {
        risk.answer(500, "");
        executor.answer(503, "");
        var gateway = Gateway.signedIn();

        var receipt =
                gateway.post("/api/accounts/main/engine", "{\"action\":\"EMERGENCY_STOP\"}")
                        .jsonPath();

        assertThat(receipt.getBoolean("acknowledged")).isFalse();
        assertThat(receipt.getString("executor.detail")).isEqualTo("refused with 503");
        assertThat(receipt.getString("risk.detail")).isEqualTo("refused with 500");
        awaitStatus(gateway, UUID.fromString(receipt.getString("commandId")), "SENT");
    }

    @Test
    void asksForAReasonBeforeLeavingAnEmergencyStop() {
        var answer =
                Gateway.signedIn()
                        .post(
                                "/api/accounts/main/engine",
                                "{\"action\":\"RESET\",\"reason\":\" \"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("detail"))
                .isEqualTo("RESET leaves an emergency stop and needs a reason");
    }

    @Test
    void namesTheActionsThatExist() {
        var answer = Gateway.signedIn().post("/api/accounts/main/engine", "{\"action\":\"HALT\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("detail"))
                .isEqualTo(
                        "action is one of START, PAUSE, RESUME, STOP, EMERGENCY_STOP, RESET, not 'HALT'");
    }

    private static void awaitStatus(Gateway gateway, UUID command, String status) {
        await().atMost(BOUND)
                .untilAsserted(() ->
                        assertThat(
                                        engine(gateway)
                                                .getString(
                                                        "commands.find { it.commandId == '%s' }.status"
                                                                .formatted(command)))
                                .isEqualTo(status));
    }

    private static JsonPath engine(Gateway gateway) {
        return gateway.get("/api/accounts/main/engine").jsonPath();
    }
}
