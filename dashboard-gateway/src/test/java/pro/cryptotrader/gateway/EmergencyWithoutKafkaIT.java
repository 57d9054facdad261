package pro.cryptotrader.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.contracts.event.EngineCommand;
import pro.cryptotrader.contracts.wire.Topic;
import pro.cryptotrader.testing.Platform;
import pro.cryptotrader.testing.TopicProbe;

@QuarkusTest
@WithTestResource(GatewayPlatform.class)
class EmergencyWithoutKafkaIT {
    private static final String STOP =
            "{\"action\":\"EMERGENCY_STOP\",\"reason\":\"Kafka is gone\"}";

    @GatewayPlatform.Risk StandIn risk = new StandIn();
    @GatewayPlatform.Executor StandIn executor = new StandIn();

    @BeforeEach
    void everybodyAnswers() {
        risk.answer(200, "{}");
        executor.answer(200, "{}");
    }

    @Test
    void stopsOverHttpAtOnceAndTellsKafkaWhenItIsBack() {
        var receipt = stopWhileKafkaIsGone();

        assertThat(receipt.getBoolean("acknowledged")).isTrue();
        assertThat(executor.requests().getLast().body()).contains("Kafka is gone");
        assertThat(risk.requests().getLast().body()).contains("Kafka is gone");

        try (var commands = TopicProbe.of(Topic.ENGINE_COMMANDS)) {
            var sent =
                    commands.await(
                            EngineCommand.class,
                            command -> command.reason().equals("Kafka is gone"),
                            Duration.ofSeconds(60));
            assertThat(sent.id()).hasToString(receipt.getString("commandId"));
        }
    }

    private static JsonPath stopWhileKafkaIsGone() {
        Platform.get().killBroker();
        try {
            return Gateway.signedIn().post("/api/accounts/main/engine", STOP).jsonPath();
        } finally {
            Platform.get().restartBroker();
        }
    }
}
