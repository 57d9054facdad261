package pro.cryptotrader.backtest.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pro.cryptotrader.backtester.data.ExchangeInfo;
import pro.cryptotrader.backtester.store.CandleStore;
import pro.cryptotrader.backtester.store.KlineDownload;
import pro.cryptotrader.backtester.store.KlineVenue;
import pro.cryptotrader.backtester.store.StoredCandles;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * The configured market's candles and rules: what is missing in the store is downloaded, so that
 * each candle is asked for once.
 */
@ApplicationScoped
public class Market {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();
    private final ObjectMapper json = new ObjectMapper();
    private final String restUrl;
    private final CandleStore store;
    private final Path folder;

    Market(
            @ConfigProperty(name = "market.rest-url") String restUrl,
            @ConfigProperty(name = "backtest.data") Path data) {
        this.restUrl = restUrl;
        this.folder = data;
        this.store = new CandleStore(data.resolve("candles"));
    }

    /** Where unfinished studies are kept. */
    public Path studies() {
        return folder.resolve("studies");
    }

    /**
     * The closed candles of a symbol from {@code from} until {@code to}, as far as the venue has
     * them; one download at a time.
     *
     * @param progress hears how far it has come
     */
    public synchronized StoredCandles candles(
            Symbol symbol,
            Interval interval,
            Instant from,
            Instant to,
            BiConsumer<Instant, Long> progress)
            throws IOException, InterruptedException {
        var stored = store.find(symbol, interval);
        if (stored.isEmpty()
                || stored.get().first().isAfter(from)
                || stored.get().last().plus(interval.duration()).isBefore(to)) {
            var start = from;
            if (stored.isPresent() && stored.get().last().isBefore(from)) {
                // No hole is left between what is there and what is wanted.
                start = stored.get().last().plus(interval.duration());
            }
            var newest = newestOpen(symbol, interval);
            var end = to.isBefore(newest) ? to : newest;
            if (start.isBefore(end)) {
                new KlineDownload(store, new KlineVenue(restUrl, http, Thread::sleep))
                        .run(symbol, interval, start, end, progress);
            }
        }
        return store.open(symbol, interval);
    }

    /** Open time of the candle that is not closed yet. */
    private Instant newestOpen(Symbol symbol, Interval interval)
            throws IOException, InterruptedException {
        var rows =
                get(
                        "/api/v3/klines?symbol=%s&interval=%s&limit=1"
                                .formatted(symbol.venueName(), interval.code()));
        if (rows.isEmpty()) {
            throw new IOException(
                    "%s has no %s candles of %s".formatted(restUrl, interval.code(), symbol));
        }
        return Instant.ofEpochMilli(rows.path(0).path(0).asLong());
    }

    /** The rules of these symbols. */
    public ExchangeInfo rules(List<Symbol> symbols) throws IOException, InterruptedException {
        var names =
                symbols.stream()
                        .map(symbol -> '"' + symbol.venueName() + '"')
                        .collect(Collectors.joining(",", "[", "]"));
        var info =
                get(
                        "/api/v3/exchangeInfo?symbols="
                                + URLEncoder.encode(names, StandardCharsets.UTF_8));
        Files.createDirectories(folder);
        var file = Files.createTempFile(folder, "exchange-info", ".json");
        try {
            Files.writeString(file, info.toString());
            return ExchangeInfo.read(file);
        } finally {
            Files.delete(file);
        }
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(restUrl + path)).timeout(PATIENCE).build();
        var response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(
                    "%s answered %d: %s"
                            .formatted(restUrl, response.statusCode(), response.body()));
        }
        return json.readTree(response.body());
    }
}
