package pro.cryptotrader.simulator.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pro.cryptotrader.simulator.market.Candle;
import pro.cryptotrader.simulator.market.Interval;
import pro.cryptotrader.simulator.matching.Amounts;

/** Calls another venue's public interface. */
public final class Upstream {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int PAGE = 1000;

    private final UpstreamSettings settings;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final ObjectMapper json = new ObjectMapper();

    /** Nothing is called yet. */
    public Upstream(UpstreamSettings settings) {
        this.settings = settings;
    }

    /** Days of history to fetch. */
    public int historyDays() {
        return settings.historyDays();
    }

    /** Where its REST interface is. */
    public String address() {
        return settings.restUrl();
    }

    /** When its minute that is still open opened. */
    public long openMinute(String symbol) {
        return read("/api/v3/klines?symbol=%s&interval=1m&limit=1".formatted(symbol))
                .path(0)
                .path(0)
                .asLong();
    }

    /** Its one-minute candles that opened in [from, to), oldest first. */
    public List<Candle> minutes(String symbol, long from, long to) {
        var candles = new ArrayList<Candle>();
        for (var start = from; start < to; ) {
            var page =
                    read(
                            "/api/v3/klines?symbol=%s&interval=1m&startTime=%d&endTime=%d&limit=%d"
                                    .formatted(symbol, start, to - 1, PAGE));
            page.forEach(row -> candles.add(candle(row)));
            if (page.size() < PAGE) {
                break;
            }
            start = candles.getLast().openTime() + Interval.MINUTE;
        }
        return candles;
    }

    private static Candle candle(JsonNode row) {
        return new Candle(
                row.path(0).asLong(),
                amount(row.path(1)),
                amount(row.path(2)),
                amount(row.path(3)),
                amount(row.path(4)),
                amount(row.path(5)),
                amount(row.path(7)),
                row.path(8).asLong(),
                amount(row.path(9)),
                amount(row.path(10)));
    }

    private static long amount(JsonNode node) {
        return Amounts.parse(node.asText());
    }

    private JsonNode read(String path) {
        var request =
                HttpRequest.newBuilder(URI.create(settings.restUrl() + path))
                        .timeout(TIMEOUT)
                        .build();
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException(
                        "%s answered %d: %s"
                                .formatted(request.uri(), response.statusCode(), response.body()));
            }
            return json.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the upstream venue cannot be read: " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading " + request.uri(), e);
        }
    }

    /** Connects to the trades and best prices of {@code symbols}. */
    public WebSocket connect(List<String> symbols, WebSocket.Listener listener) {
        var streams =
                symbols.stream()
                        .map(symbol -> symbol.toLowerCase(Locale.ROOT))
                        .flatMap(symbol -> Stream.of(symbol + "@trade", symbol + "@bookTicker"))
                        .collect(Collectors.joining("/"));
        return http.newWebSocketBuilder()
                .connectTimeout(TIMEOUT)
                .buildAsync(
                        URI.create(settings.streamUrl() + "/stream?streams=" + streams), listener)
                .join();
    }
}
