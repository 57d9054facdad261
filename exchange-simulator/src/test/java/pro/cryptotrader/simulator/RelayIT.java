package pro.cryptotrader.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Markets that come from elsewhere: another venue, and files. */
class RelayIT {
    @TempDir private Path folder;

    @Test
    void theRelayedMarketIsTheUpstreamsCandleForCandle() throws IOException {
        var upstreamFolder = Files.createDirectory(folder.resolve("upstream"));
        var relayFolder = Files.createDirectory(folder.resolve("relay"));
        try (var upstream =
                        new VenueProcess(upstreamFolder, Map.of("sim.history-days", "2")).ready();
                var relay =
                        new VenueProcess(
                                        relayFolder,
                                        Map.of(
                                                "sim.market",
                                                "upstream",
                                                "sim.upstream.rest-url",
                                                upstream.http(),
                                                "sim.upstream.stream-url",
                                                upstream.ws(),
                                                "sim.upstream.history-days",
                                                "1"))
                                .ready()) {
            var start = relay.get("/sim/v1/status").path("marketTime").asLong();
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            relay.get("/sim/v1/status").path("marketTime").asLong()
                                    > start + 300_000);

            // The open minute, and one that may close between the two requests, are left out.
            var relayed = minutes(relay, 60);
            var newest = relayed.lastKey();
            relayed.remove(newest);
            var original = minutes(upstream, 100);
            assertThat(original).containsAllEntriesOf(relayed);
            assertThat(relay.get("/sim/v1/status").path("finished").asBoolean()).isFalse();
        }
    }

    @Test
    void aReplayEndsAndTheMarketStandsStill() throws IOException {
        var rows = new StringBuilder();
        var open = 1_693_526_400_000L;
        for (var i = 0; i < 40; i++) {
            var time = open + i * 60_000L;
            rows.append(
                    "%d,100.0,101.0,99.0,100.5,12.5,%d,0,0,0,0,0\n".formatted(time, time + 59_999));
        }
        var file = Files.writeString(folder.resolve("BTCUSDT-1m-2023-09.csv"), rows);

        try (var venue =
                new VenueProcess(
                                folder,
                                Map.of(
                                        "sim.market",
                                        "replay",
                                        "sim.files",
                                        file.toString(),
                                        "sim.speed",
                                        "300"))
                        .ready()) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> venue.get("/sim/v1/status").path("finished").asBoolean());

            var candles = venue.get("/api/v3/klines?symbol=BTCUSDT&interval=1m&limit=1000");
            assertThat(candles)
                    .hasSize(40)
                    .allSatisfy(candle -> {
                        assertThat(candle.path(2).asText()).isEqualTo("101.00000000");
                        assertThat(candle.path(4).asText()).isEqualTo("100.50000000");
                        assertThat(candle.path(5).asText()).isEqualTo("12.50000000");
                    });
            assertThat(venue.get("/api/v3/ticker/price?symbol=BTCUSDT").path("price").asText())
                    .isEqualTo("100.50000000");
        }
    }

    private static NavigableMap<Long, JsonNode> minutes(VenueProcess venue, int limit) {
        var minutes = new TreeMap<Long, JsonNode>();
        venue.get("/api/v3/klines?symbol=BTCUSDT&interval=1m&limit=" + limit)
                .forEach(row -> minutes.put(row.path(0).asLong(), row));
        return minutes;
    }
}
