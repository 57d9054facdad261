package pro.cryptotrader.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.startsWith;
import static pro.cryptotrader.risk.Ends.BOUND;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.contracts.event.EngineCommand;
import pro.cryptotrader.contracts.event.EngineCommand.Action;
import pro.cryptotrader.contracts.event.EngineState;
import pro.cryptotrader.contracts.event.EngineStateChanged;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.testing.Platform;
import pro.cryptotrader.testing.PlatformResource;

@QuarkusTest
@WithTestResource(
        value = PlatformResource.class,
        initArgs = {
            @ResourceArg(name = "schema", value = "risk"),
            @ResourceArg(name = "internal.token", value = "secret"),
            @ResourceArg(name = "mp.messaging.incoming.ticks.auto.offset.reset", value = "earliest")
        })
class EngineResourceIT {
    @Inject Ends ends;

    @Test
    void stopsOnceWhenTheSameCommandComesOverHttpTwiceAndOverTheTopic() {
        var account = ends.trading("http-stop");
        var id = UUID.randomUUID();
        var body = body(id, account, "EMERGENCY_STOP");
        var overTheTopic =
                Envelope.root(
                        id,
                        "dashboard-gateway",
                        World.NOW,
                        new EngineCommand(
                                account, Action.EMERGENCY_STOP, false, "admin", "", World.NOW));
        var reset = World.command(account, Action.RESET);

        for (int time = 0; time < 2; time++) {
            internal()
                    .body(body)
                    .post("/internal/engine/commands")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("EMERGENCY_STOPPED"))
                    .body("epoch", equalTo(3))
                    .body("confirmedEpoch", equalTo(0));
        }
        ends.feed.publish(overTheTopic, reset);

        var last = ends.reached(account, EngineState.STOPPED, 4);
        assertThat(last.data().commandId()).isEqualTo(reset.id());
        assertThat(ends.states.all(EngineStateChanged.class))
                .filteredOn(state -> state.data().account().equals(account))
                .extracting(state -> state.data().epoch())
                .containsExactly(1L, 2L, 3L, 4L);
        internal()
                .get("/internal/engine/" + account)
                .then()
                .statusCode(200)
                .body("state", equalTo("STOPPED"))
                .body("epoch", equalTo(4));
    }

    @Test
    void stopsOverHttpWhileTheBrokerIsDownAndTellsTheOthersWhenItIsBack() {
        var account = ends.trading("broker-down");
        var platform = Platform.get();

        platform.killBroker();
        try {
            internal()
                    .body(body(UUID.randomUUID(), account, "EMERGENCY_STOP"))
                    .post("/internal/engine/commands")
                    .then()
                    .statusCode(200)
                    .time(lessThan(5_000L))
                    .body("state", equalTo("EMERGENCY_STOPPED"));
        } finally {
            platform.restartBroker();
        }

        ends.reached(account, EngineState.EMERGENCY_STOPPED, 3);
    }

    @Test
    void saysWhyACommandIsNotPossibleAndChangesNothing() {
        var account = ends.trading("illegal");
        var body = body(UUID.randomUUID(), account, "RESUME");

        for (int time = 0; time < 2; time++) {
            internal()
                    .body(body)
                    .post("/internal/engine/commands")
                    .then()
                    .statusCode(409)
                    .contentType("application/problem+json")
                    .body(
                            "detail",
                            startsWith("RESUME is not possible while the engine is RUNNING"))
                    .body("engine.state", equalTo("RUNNING"))
                    .body("engine.epoch", equalTo(2));
        }
        var log =
                ends.logs.await(
                        TradingLog.class,
                        line ->
                                line.account().equals(account)
                                        && line.level() == TradingLog.Level.WARNING,
                        BOUND);
        assertThat(log.data().data()).containsEntry("action", "RESUME");
    }

    @Test
    void refusesWhoIsNotTheGatewayAndNamesTheFieldsThatAreWrong() {
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/internal/engine/commands")
                .then()
                .statusCode(401);
        RestAssured.given()
                .header("X-Internal-Token", "secret2")
                .get("/internal/engine/main")
                .then()
                .statusCode(401);
        internal()
                .body(
                        Map.of(
                                "commandId",
                                "1",
                                "account",
                                "X",
                                "action",
                                "FLY",
                                "closePositions",
                                1))
                .post("/internal/engine/commands")
                .then()
                .statusCode(400)
                .body(
                        "errors.field",
                        contains("commandId", "account", "action", "issuedBy", "closePositions"));
        internal().body("[]").post("/internal/engine/commands").then().statusCode(400);
        internal()
                .body(body(UUID.randomUUID(), new AccountId("nobody"), "START"))
                .post("/internal/engine/commands")
                .then()
                .statusCode(404);
        internal().get("/internal/engine/nobody").then().statusCode(404);
    }

    private static RequestSpecification internal() {
        return RestAssured.given()
                .header("X-Internal-Token", "secret")
                .contentType(ContentType.JSON);
    }

    private static Map<String, String> body(UUID id, AccountId account, String action) {
        return Map.of(
                "commandId",
                id.toString(),
                "account",
                account.toString(),
                "action",
                action,
                "issuedBy",
                "admin");
    }
}
