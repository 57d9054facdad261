package pro.cryptotrader.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the venue says has the fields, and their types, of what Binance was heard to say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PayloadIT {
    private static final Path DATA =
            Optional.ofNullable(System.getenv("MARKET_DATA"))
                    .map(Path::of)
                    .orElse(Path.of("..", "..", "shared", "market-data"));

    private static final String EXCHANGE_INFO =
            "exchange-info/binance-spot-2025-08-07-subset25.json";

    /** What Binance says today and did not say when it was recorded. */
    private static final Set<String> SINCE =
            Set.of("closeTime", "opoAllowed", "pegInstructionsAllowed", "permissions");

    private VenueProcess venue;

    @BeforeAll
    void start(@TempDir Path folder) {
        assumeTrue(
                Files.exists(DATA.resolve("payloads")),
                "MARKET_DATA names no folder with recorded payloads");
        venue =
                new VenueProcess(
                                folder,
                                Map.of(
                                        "sim.history-days",
                                        "3",
                                        "sim.speed",
                                        "60",
                                        "sim.rules.exchange-info",
                                        DATA.resolve(EXCHANGE_INFO).toAbsolutePath().toString()))
                        .ready();
    }

    @AfterAll
    void stop() {
        if (venue != null) {
            venue.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v3/aggTrades, symbol=BTCUSDT",
        "/api/v3/klines, symbol=BTCUSDT&interval=5m",
        "/api/v3/trades, symbol=BTCUSDT",
        "/api/v3/historicalTrades, symbol=BTCUSDT",
        "/api/v3/depth, symbol=BTCUSDT",
        "/api/v3/avgPrice, symbol=BTCUSDT",
        "/api/v3/ticker/24hr, symbol=BTCUSDT",
        "/api/v3/ticker/bookTicker, symbol=BTCUSDT",
        "/api/v3/ticker/price, symbol=BTCUSDT",
    })
    void restAnswersAreShapedLikeRecordedOnes(String path, String query) throws IOException {
        var recorded = read("payloads/rest/binance-spot-public-rest-recorded.json.gz").path(path);
        assertThat(recorded).isNotEmpty();
        var answer = venue.get(path + '?' + query);
        for (var pair : recorded) {
            var theirs = pair.path("data");
            var one = theirs.isArray() && path.contains("ticker") ? theirs.path(0) : theirs;
            assertThat(known(shape(answer), shape(one))).isEqualTo(shape(one));
        }
    }

    @Test
    void recordedExchangeInformationIsServedAsItWasRecorded() throws IOException {
        var theirs = bitcoin(read(EXCHANGE_INFO));
        var ours = bitcoin(venue.get("/api/v3/exchangeInfo?symbol=BTCUSDT"));

        for (var entry : theirs.properties()) {
            var name = entry.getKey();
            if (!name.equals("orderTypes") && !name.startsWith("allowedSelfTrade")) {
                assertThat(ours.path(name)).as(name).isEqualTo(entry.getValue());
            }
        }
        assertThat(ours.path("orderTypes"))
                .containsExactlyInAnyOrderElementsOf(theirs.path("orderTypes"));
        assertThat(theirs.path("filters").size()).isGreaterThan(8);
    }

    private static JsonNode bitcoin(JsonNode info) {
        return StreamSupport.stream(info.path("symbols").spliterator(), false)
                .filter(symbol -> symbol.path("symbol").asText().equals("BTCUSDT"))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "btcusdt@trade, btcusdt-2024-08-08T2354.ndjson.gz",
        "btcusdt@bookTicker, btcusdt-2024-08-08T2354.ndjson.gz",
        "btcusdt@depth@100ms, btcusdt-2024-08-08T2354.ndjson.gz",
        "btcusdt@aggTrade, multi-2021-10-12.ws.txt.gz",
        "btcusdt@kline_1m, multi-2021-10-12.ws.txt.gz",
    })
    void eventsAreShapedLikeRecordedOnes(String stream, String file) throws IOException {
        var kind = stream.substring(stream.indexOf('@'));
        var theirs = event("payloads/ws-raw/binance-spot-" + file, kind);
        try (var frames = new Frames(venue.ws() + "/stream?streams=" + stream)) {
            var ours = frames.await1(frame -> frame.path("stream").asText().equals(stream));

            assertThat(shape(ours)).isEqualTo(shape(theirs));
        }
    }

    /** The first event of that kind with levels on both sides, where it has sides. */
    private static JsonNode event(String file, String kind) throws IOException {
        try (var reader =
                new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.contains(kind + "\",\"data\"") && !line.contains("[]")) {
                    return VenueJson.read(line.substring(line.indexOf('{')));
                }
            }
        }
        throw new AssertionError("no " + kind + " in " + file);
    }

    private static Map<String, String> known(Map<String, String> ours, Map<String, String> theirs) {
        var shape = new TreeMap<>(ours);
        shape.keySet()
                .removeIf(name ->
                        !theirs.containsKey(name)
                                && SINCE.contains(name.replaceAll("\\[.*|.*\\.", "")));
        return shape;
    }

    /** Path to type; of an array the first element, of filters each by its name. */
    private static Map<String, String> shape(JsonNode node) {
        var shape = new TreeMap<String, String>();
        collect("", node, shape);
        return shape;
    }

    private static void collect(String path, JsonNode node, Map<String, String> shape) {
        if (node.isObject()) {
            var name = node.path("filterType").asText("");
            for (var entry : node.properties()) {
                collect(path + name + '.' + entry.getKey(), entry.getValue(), shape);
            }
        } else if (node.isArray() && path.endsWith("filters")) {
            node.forEach(filter -> collect(path, filter, shape));
        } else if (node.isArray() && path.isEmpty() && node.path(0).isArray()) {
            for (var i = 0; i < node.path(0).size(); i++) {
                collect("[" + i + ']', node.path(0).path(i), shape);
            }
        } else if (node.isArray()) {
            collect(path + "[]", node.path(0), shape);
        } else {
            shape.put(path, node.getNodeType().name());
        }
    }

    private static JsonNode read(String file) throws IOException {
        try (var in = open(file)) {
            return VenueJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static InputStream open(String file) throws IOException {
        var in = Files.newInputStream(DATA.resolve(file));
        return file.endsWith(".gz") ? new GZIPInputStream(in) : in;
    }
}
