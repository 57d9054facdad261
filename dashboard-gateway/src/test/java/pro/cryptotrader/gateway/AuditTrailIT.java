package pro.cryptotrader.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.testing.TopicFeed;

@QuarkusTest
@WithTestResource(GatewayPlatform.class)
class AuditTrailIT {
    private static final Duration BOUND = Duration.ofSeconds(30);

    @Test
    void leadsFromAFillBackToItsCandle() {
        var tape = new Tape("main", "AUD/USDT", "2026-03-01T10:00:00Z");
        try (var feed = TopicFeed.open()) {
            tape.entry().forEach(feed::publish);
        }

        var chain = awaitChain(tape.fill.id(), "steps", 7);

        assertThat(chain.getList("steps.kind", String.class))
                .containsExactly("FILL", "ORDER", "ORDER", "ORDER", "VERDICT", "SIGNAL", "CANDLE");
        assertThat(chain.getList("steps.text", String.class))
                .containsExactly(
                        "Bought 2 AUD/USDT at 102.1, commission 0.2042 USDT",
                        "Order FILLED: 2 executed for 204.2 (evidence: executionReport 1)",
                        "Venue accepted the order as number 4711",
                        "Order written down: ENTRY BUY 2 AUD/USDT limit 102.5",
                        "Risk approved: BUY 2 AUD/USDT, 1 of 1 checks passed",
                        "BUY on AUD/USDT 5m with confidence 72 from rule-ensemble",
                        "AUD/USDT 5m candle closed at 102 (open 100, high 103, low 99.5)");
        assertThat(chain.getString("steps[4].data.checks[0].limit")).isEqualTo("5");
        assertThat(chain.getString("steps[5].data.votes[0].reason"))
                .isEqualTo("EMA 12 is 1.2 % above EMA 26");
        assertThat(chain.getString("steps[6].id")).isEqualTo(tape.candle.id().toString());
        assertThat(chain.getString("steps[6].at")).isEqualTo("2026-03-01T10:05:00Z");
        assertThat(chain.getList("entry")).isNull();
    }

    @Test
    void leadsFromAStopLossToTheEntryItProtected() {
        var tape = new Tape("main", "AUE/USDT", "2026-03-01T10:00:00Z");
        try (var feed = TopicFeed.open()) {
            tape.entry().forEach(feed::publish);
            feed.publish(tape.stopLossFill());
        }

        var chain = awaitChain(tape.stopLossFill().id(), "entry", 7);

        assertThat(chain.getList("steps.kind", String.class))
                .containsExactly("FILL", "VERDICT", "SIGNAL", "CANDLE");
        assertThat(chain.getString("entry[0].id")).isEqualTo(tape.fill.id().toString());
    }

    @Test
    void leadsFromARequestedExitToItsReasonAndToTheEntry() {
        var tape = new Tape("main", "AUF/USDT", "2026-03-01T10:00:00Z");
        try (var feed = TopicFeed.open()) {
            tape.entry().forEach(feed::publish);
            feed.publish(tape.exitRequested(), tape.exitFill());
        }

        var chain = awaitChain(tape.exitFill().id(), "entry", 7);

        assertThat(chain.getList("steps.text", String.class))
                .containsExactly(
                        "Sold 2 AUF/USDT at 101.7, commission 0.2042 USDT",
                        "Exit of AUF/USDT position 1 requested: LIQUIDATION");
        assertThat(chain.getString("entry[0].id")).isEqualTo(tape.fill.id().toString());
    }

    @Test
    void knowsNoFillThatIsNotThisAccounts() {
        var answer =
                Gateway.signedIn().get("/api/accounts/main/fills/" + UUID.randomUUID() + "/audit");

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    /** Its parts come on different topics, in any order. */
    private static JsonPath awaitChain(UUID fill, String part, int steps) {
        var gateway = Gateway.signedIn();
        var path = "/api/accounts/main/fills/" + fill + "/audit";
        await().atMost(BOUND)
                .untilAsserted(() -> {
                    var answer = gateway.get(path);
                    assertThat(answer.statusCode()).isEqualTo(200);
                    assertThat(answer.jsonPath().getList(part)).hasSize(steps);
                });
        return gateway.get(path).jsonPath();
    }
}
