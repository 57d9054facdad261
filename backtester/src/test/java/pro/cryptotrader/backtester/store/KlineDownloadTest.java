package pro.cryptotrader.backtester.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pro.cryptotrader.backtester.store.SomeCandles.BTC;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Interval;

/** Against a venue that answers as Binance does. */
class KlineDownloadTest {
    private static final List<Candle> MARKET = SomeCandles.of(4_500, 3);
    private static final Instant FIRST = MARKET.getFirst().openTime();
    private static final Instant END = MARKET.getLast().closeTime();

    @TempDir private Path folder;
    private final List<Duration> waited = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final Deque<Integer> troubles = new ArrayDeque<>();
    private CandleStore store;
    private HttpServer server;

    @BeforeEach
    void startVenue() throws IOException {
        store = new CandleStore(folder);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v3/time", this::time);
        server.createContext("/api/v3/klines", this::klines);
        server.start();
    }

    @AfterEach
    void stopVenue() {
        server.stop(0);
    }

    /** The venue's clock stands in the middle of the candle after the last one. */
    private void time(HttpExchange exchange) throws IOException {
        answer(exchange, 200, "{\"serverTime\":%d}".formatted(END.toEpochMilli() + 30_000));
    }

    private void klines(HttpExchange exchange) throws IOException {
        Map<String, String> query =
                Arrays.stream(exchange.getRequestURI().getQuery().split("&", -1))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        asked.add(query.get("startTime"));
        if (!troubles.isEmpty() && troubles.peek() != 200) {
            exchange.getResponseHeaders().add("Retry-After", "7");
            answer(exchange, troubles.remove(), "{\"code\":-1121,\"msg\":\"Invalid symbol.\"}");
            return;
        }
        troubles.poll();
        long start = Long.parseLong(query.get("startTime"));
        long end = Long.parseLong(query.get("endTime"));
        var rows =
                MARKET.stream()
                        .filter(each -> each.openTime().toEpochMilli() >= start)
                        .filter(each -> each.openTime().toEpochMilli() <= end)
                        .limit(Long.parseLong(query.get("limit")))
                        .map(KlineDownloadTest::row)
                        .collect(Collectors.joining(",", "[", "]"));
        answer(exchange, 200, rows);
    }

    private static String row(Candle candle) {
        return "[%d,\"%s\",\"%s\",\"%s\",\"%s\",\"%s\",%d,\"%s\",%d,\"0\",\"0\",\"0\"]"
                .formatted(
                        candle.openTime().toEpochMilli(),
                        candle.open(),
                        candle.high(),
                        candle.low(),
                        candle.close(),
                        candle.volume().toPlainString(),
                        candle.closeTime().toEpochMilli() - 1,
                        candle.quoteVolume().toPlainString(),
                        candle.trades());
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private long download(Instant from, Instant to) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var venue =
                    new KlineVenue(
                            "http://127.0.0.1:" + server.getAddress().getPort(),
                            client,
                            waited::add);
            return new KlineDownload(store, venue)
                    .run(BTC, Interval.M1, from, to, (reached, added) -> {});
        }
    }

    private List<Candle> stored() throws IOException {
        var all = new ArrayList<Candle>();
        try (var candles = store.open(BTC, Interval.M1).candles(Instant.EPOCH, Instant.MAX)) {
            candles.forEachRemaining(all::add);
        }
        return all;
    }

    @Test
    void pagesFollowEachOtherUntilTheLastClosedCandle() throws Exception {
        assertThat(download(FIRST, Instant.MAX)).isEqualTo(4_500);
        assertThat(stored()).isEqualTo(MARKET);
        assertThat(asked).hasSize(5);
    }

    @Test
    void aBrokenDownloadGoesOnWhereItWas() throws Exception {
        troubles.addAll(List.of(200, 200, 400));
        assertThatThrownBy(() -> download(FIRST, Instant.MAX))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("status 400")
                .hasMessageContaining("Invalid symbol");
        assertThat(stored()).isEqualTo(MARKET.subList(0, 2_000));
        asked.clear();
        assertThat(download(FIRST, Instant.MAX)).isEqualTo(2_500);
        assertThat(asked.getFirst())
                .isEqualTo(Long.toString(MARKET.get(1_999).closeTime().toEpochMilli()));
        assertThat(stored()).isEqualTo(MARKET);
    }

    @Test
    void earlierCandlesGoBeforeThoseThatAreThere() throws Exception {
        download(MARKET.get(3_000).openTime(), MARKET.get(3_500).openTime());
        assertThat(stored()).isEqualTo(MARKET.subList(3_000, 3_500));
        assertThat(download(FIRST, Instant.MAX)).isEqualTo(4_000);
        assertThat(stored()).isEqualTo(MARKET);
        assertThat(download(FIRST, Instant.MAX)).isZero();
    }

    @Test
    void tooManyRequestsWaitAsLongAsTheVenueSaysAndFailuresAreTriedAgain() throws Exception {
        troubles.addAll(List.of(429, 418, 503, 200));
        download(FIRST, Instant.MAX);
        assertThat(stored()).isEqualTo(MARKET);
        assertThat(waited)
                .containsExactly(
                        Duration.ofSeconds(7), Duration.ofSeconds(7), Duration.ofSeconds(4));
    }

    @Test
    void aVenueThatNeverAnswersIsGivenUp() {
        for (int i = 0; i < 20; i++) {
            troubles.add(503);
        }
        assertThatThrownBy(() -> download(FIRST, Instant.MAX))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("status 503");
        assertThat(waited).hasSize(6);
    }
}
