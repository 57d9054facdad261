package pro.cryptotrader.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Starts on the database of a {@link PriorLife} and is asked for the next generation. */
@QuarkusTest
@WithTestResource(
        value = GatewayPlatform.class,
        initArgs = {
            @ResourceArg(name = "schema", value = "gateway_rebuilt"),
            @ResourceArg(name = "generation", value = "2"),
            @ResourceArg(name = "prior-life", value = "yes")
        })
class RebuildIT {
    @Test
    void buildsTheReadModelsFromTheTopicsAlone() {
        var gateway = Gateway.signedIn();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(
                                        gateway.get("/api/accounts/main/fills?symbol=OLD/USDT")
                                                .jsonPath()
                                                .getList("items.id", String.class))
                                .containsExactly(PriorLife.TAPE.fill.id().toString()));
    }
}
