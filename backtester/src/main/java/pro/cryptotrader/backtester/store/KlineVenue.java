package pro.cryptotrader.backtester.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * The venue's public candles over REST. Too many requests wait as long as the venue says, failures
 * are tried again a few times, refusals are not.
 */
public final class KlineVenue {
    private static final int PAGE = 1_000;
    private static final int ATTEMPTS = 6;
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    /** Of 6,000 a minute; the rest is for whoever trades from the same address. */
    private static final int MOST_WEIGHT = 4_000;

    private static final Duration COOL_DOWN = Duration.ofSeconds(10);

    private final String restUrl;
    private final HttpClient client;
    private final Pause pause;
    private final ObjectMapper json = new ObjectMapper();

    /** How to wait. */
    @FunctionalInterface
    public interface Pause {
        void wait(Duration time) throws InterruptedException;
    }

    /**
     * A venue.
     *
     * @param restUrl such as {@code https://api.binance.com}
     */
    public KlineVenue(String restUrl, HttpClient client, Pause pause) {
        this.restUrl = restUrl;
        this.client = client;
        this.pause = pause;
    }

    /** The venue's clock. */
    public Instant time() throws IOException, InterruptedException {
        return Instant.ofEpochMilli(get("/api/v3/time").path("serverTime").asLong());
    }

    /** At most a thousand candles that open at or after {@code from} and before {@code end}. */
    public List<Candle> klines(Symbol symbol, Interval interval, Instant from, Instant end)
            throws IOException, InterruptedException {
        var rows =
                get(
                        "/api/v3/klines?symbol=%s&interval=%s&startTime=%d&endTime=%d&limit=%d"
                                .formatted(
                                        symbol.venueName(),
                                        interval.code(),
                                        from.toEpochMilli(),
                                        end.toEpochMilli() - 1,
                                        PAGE));
        var candles = new ArrayList<Candle>(rows.size());
        for (var row : rows) {
            candles.add(candle(symbol, interval, row));
        }
        return candles;
    }

    private static Candle candle(Symbol symbol, Interval interval, JsonNode row) {
        return new Candle(
                symbol,
                interval,
                Instant.ofEpochMilli(row.path(0).asLong()),
                Price.of(row.path(1).asText()),
                Price.of(row.path(2).asText()),
                Price.of(row.path(3).asText()),
                Price.of(row.path(4).asText()),
                new BigDecimal(row.path(5).asText()),
                new BigDecimal(row.path(7).asText()),
                row.path(8).asLong());
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(restUrl + path)).timeout(TIMEOUT).build();
        var failure = "no answer";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                var response = client.send(request, BodyHandlers.ofString());
                int status = response.statusCode();
                if (status == 200) {
                    coolDown(response);
                    return json.readTree(response.body());
                }
                failure = "status %d, %s".formatted(status, response.body());
                if (status == 429 || status == 418) {
                    pause.wait(retryAfter(response));
                } else if (status < 500) {
                    break;
                } else {
                    pause.wait(Duration.ofSeconds(1L << attempt));
                }
            } catch (JsonProcessingException e) {
                throw new IOException("%s%s answered no JSON".formatted(restUrl, path), e);
            } catch (IOException e) {
                failure = e.toString();
                pause.wait(Duration.ofSeconds(1L << attempt));
            }
        }
        throw new IOException("%s%s: %s".formatted(restUrl, path, failure));
    }

    private void coolDown(HttpResponse<String> response) throws InterruptedException {
        var used = response.headers().firstValueAsLong("X-MBX-USED-WEIGHT-1M");
        if (used.orElse(0) > MOST_WEIGHT) {
            pause.wait(COOL_DOWN);
        }
    }

    private static Duration retryAfter(HttpResponse<String> response) {
        long seconds = response.headers().firstValueAsLong("Retry-After").orElse(60);
        return Duration.ofSeconds(Math.clamp(seconds, 1, LONGEST_WAIT.toSeconds()));
    }
}
