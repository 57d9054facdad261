package pro.cryptotrader.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The ledger as a test reads it that has to know what the venue really did. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerIT {
    private VenueProcess venue;

    @BeforeAll
    void start(@TempDir Path folder) {
        venue =
                new VenueProcess(folder, Map.of("sim.history-days", "2", "sim.speed", "60"))
                        .ready();
    }

    @AfterAll
    void stop() {
        venue.close();
    }

    @Test
    void aLostReplyIsInTheLedgerWithWhatItHidAndTheFactsBeforeIt() {
        var trader = new RawTrader(venue, "ann", "10000");
        venue.post("/sim/v1/faults", "{\"kind\":\"DROP_REPLY\",\"account\":\"ann\"}");
        var order = "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.001&newClientOrderId=x";
        assertThat(trader.send("POST", "/api/v3/order", order)).isEmpty();

        var lines = ledger("?account=ann");
        assertThat(lines)
                .extracting(line -> line.path("fact").asText() + line.path("execution").asText(""))
                .startsWith("AccountOpened", "OrderChangedNEW", "OrderChangedTRADE")
                .endsWith("Requested");
        var request = lines.getLast();
        assertThat(request.path("call").asText()).isEqualTo("POST /api/v3/order");
        assertThat(request.path("params").path("newClientOrderId").asText()).isEqualTo("x");
        assertThat(request.path("params").has("signature")).isFalse();
        assertThat(request.path("executed").asBoolean()).isTrue();
        assertThat(request.path("outcome").path("status").asInt()).isEqualTo(200);
        assertThat(request.path("told").path("status").asInt()).isZero();
        assertThat(request.path("fault").path("kind").asText()).isEqualTo("DROP_REPLY");
        assertThat(request.path("after").asLong())
                .isEqualTo(lines.get(lines.size() - 2).path("seq").asLong());
    }

    @Test
    void aRefusalIsThereWithItsCodeAndAStormWithItsWait() {
        var trader = new RawTrader(venue, "bob", "10");
        trader.send("POST", "/api/v3/order", "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=1");
        venue.post("/sim/v1/faults", "{\"kind\":\"RATE_LIMIT\",\"account\":\"bob\"}");
        trader.send("GET", "/api/v3/account", "omitZeroBalances=true");

        assertThat(ledger("?account=bob&only=requests"))
                .extracting(line -> line.path("told").toString())
                .containsExactly(
                        "{\"status\":400,\"code\":-2010,\"msg\":\"Account has insufficient balance for requested action.\"}",
                        "{\"status\":429,\"code\":-1003,\"msg\":\"Too many requests queued.\",\"retryAfter\":10}");
        assertThat(venue.get("/sim/v1/ledger?from=x").path("error").asText())
                .isEqualTo("from is 'x', but must be a whole number");
    }

    private List<JsonNode> ledger(String query) {
        return venue.text("/sim/v1/ledger" + query).lines().map(VenueJson::read).toList();
    }
}
