package pro.cryptotrader.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replay is the same market at any speed, and its closed candles are the recorded ones. */
class ReplayIT {
    private static final long FIRST = 1_693_526_400_000L;
    private static final int MINUTES = 24;
    private static final int HISTORY = 10;

    /** What was heard and can be asked for when the recording has ended. */
    private record Heard(List<String> candles, List<String> trades, List<String> aggregates) {}

    @Test
    void atAnySpeedTheSameTradesMakeTheRecordedCandles(@TempDir Path folder) throws IOException {
        var rows = rows();
        var file = folder.resolve("BTCUSDT-1m-2023-09.csv");
        Files.write(file, rows);

        var fast = heard(folder, file, "fast", 300);
        var slow = heard(folder, file, "slow", 150);

        assertThat(fast.candles())
                .containsExactlyElementsOf(
                        rows.subList(HISTORY, MINUTES).stream().map(ReplayIT::shown).toList());
        assertThat(slow.candles()).isEqualTo(fast.candles());
        assertThat(slow.trades()).isEqualTo(fast.trades()).hasSizeGreaterThan(200);
        assertThat(slow.aggregates()).isEqualTo(fast.aggregates());
    }

    private static Heard heard(Path folder, Path file, String name, int speed) throws IOException {
        var settings =
                Map.of(
                        "sim.market",
                        "replay",
                        "sim.files",
                        file.toString(),
                        "sim.replay-from",
                        Instant.ofEpochMilli(FIRST + HISTORY * 60_000L).toString(),
                        // Until somebody listens.
                        "sim.speed",
                        "0.01");
        var own = Files.createDirectories(folder.resolve(name));
        try (var venue = new VenueProcess(own, settings).ready();
                var frames = new Frames(venue.ws() + "/ws/btcusdt@kline_1m")) {
            venue.post("/sim/v1/speed", "{\"speed\":" + speed + "}");
            await().atMost(Duration.ofSeconds(90))
                    .until(() -> venue.get("/sim/v1/status").path("finished").asBoolean());
            await().atMost(Duration.ofSeconds(45))
                    .until(() -> closed(frames).size() >= MINUTES - HISTORY);
            return new Heard(
                    closed(frames),
                    texts(venue.get("/api/v3/historicalTrades?symbol=BTCUSDT&fromId=0&limit=1000")),
                    texts(venue.get("/api/v3/aggTrades?symbol=BTCUSDT&fromId=0&limit=1000")));
        }
    }

    private static List<String> closed(Frames frames) {
        return frames.all().stream()
                .map(frame -> frame.path("k"))
                .filter(candle -> candle.path("x").asBoolean())
                .map(candle ->
                        List.of("t", "o", "h", "l", "c", "v", "T").stream()
                                .map(key -> candle.path(key).asText())
                                .collect(Collectors.joining(",")))
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(each -> texts.add(each.toString()));
        return texts;
    }

    /** The first seven columns of a row, as Binance Vision writes them. */
    private static String shown(String row) {
        return String.join(",", List.of(row.split(",", -1)).subList(0, 7));
    }

    /** Minutes of every shape: rising, falling, flat, without any trade. */
    private static List<String> rows() {
        var random = new Random(7);
        var rows = new ArrayList<String>();
        var open = 2_594_077L;
        for (var i = 0; i < MINUTES; i++) {
            var quiet = i % 9 == 4;
            var close = quiet ? open : open + random.nextInt(4001) - 2000;
            var high = Math.max(open, close) + (quiet ? 0 : random.nextInt(900));
            var low = Math.min(open, close) - (quiet ? 0 : random.nextInt(900));
            var volume = quiet ? 0 : 500_000 + random.nextInt(9_000_000);
            var start = FIRST + i * 60_000L;
            rows.add(
                    "%d,%s,%s,%s,%s,%s,%d,0,0,0,0,0"
                            .formatted(
                                    start,
                                    price(open),
                                    price(high),
                                    price(low),
                                    price(close),
                                    BigDecimal.valueOf(volume, 5).setScale(8).toPlainString(),
                                    start + 59_999));
            open = close;
        }
        return rows;
    }

    private static String price(long cents) {
        return BigDecimal.valueOf(cents, 2).setScale(8).toPlainString();
    }
}
