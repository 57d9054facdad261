package pro.cryptotrader.simulator.market;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import pro.cryptotrader.simulator.matching.Filter;
import pro.cryptotrader.simulator.matching.Instrument;
import pro.cryptotrader.simulator.matching.Sor;

/**
 * What a recorded answer of {@code GET /api/v3/exchangeInfo} states; what a recording of that time
 * did not know yet is allowed.
 */
public record ExchangeInfo(
        Map<String, Instrument> instruments,
        List<Filter> exchangeFilters,
        List<RateLimit> rateLimits,
        List<Sor> sors) {
    /** Nothing recorded. */
    public static final ExchangeInfo NONE =
            new ExchangeInfo(Map.of(), List.of(), List.of(), List.of());

    /** How much may be asked in {@code units} of an interval: REQUEST_WEIGHT, ORDERS. */
    public record RateLimit(String type, String interval, int units, int limit) {}

    /** Copies. */
    public ExchangeInfo {
        instruments = Map.copyOf(instruments);
        exchangeFilters = List.copyOf(exchangeFilters);
        rateLimits = List.copyOf(rateLimits);
        sors = List.copyOf(sors);
    }

    /** How much may be asked, empty if the recording does not say. */
    public OptionalInt limit(String type, String interval, int units) {
        return rateLimits.stream()
                .filter(each ->
                        each.type().equals(type)
                                && each.interval().equals(interval)
                                && each.units() == units)
                .mapToInt(RateLimit::limit)
                .findFirst();
    }

    /**
     * Reads a file, plain or {@code .gz}.
     *
     * @throws IllegalArgumentException if it is no exchangeInfo, with the reason
     */
    public static ExchangeInfo read(Path path) {
        if (!Files.isReadable(path)) {
            throw new IllegalArgumentException(path + ": there is no such readable file");
        }
        var root = root(path);
        var symbols = root.path("symbols");
        if (symbols.isEmpty()) {
            throw new IllegalArgumentException(path + " is no exchangeInfo: it has no 'symbols'");
        }
        var instruments = new TreeMap<String, Instrument>();
        for (var node : symbols) {
            var symbol = node.path("symbol").asText();
            try {
                instruments.put(symbol, RecordedSymbol.instrument(node));
            } catch (IllegalArgumentException | ArithmeticException e) {
                throw new IllegalArgumentException(
                        "%s: symbol '%s' cannot be understood: %s"
                                .formatted(path, symbol, e.getMessage()),
                        e);
            }
        }
        return new ExchangeInfo(
                instruments,
                RecordedSymbol.filters(root.path("exchangeFilters")),
                limits(root.path("rateLimits")),
                sors(root.path("sors")));
    }

    private static JsonNode root(Path path) {
        try (var raw = Files.newInputStream(path);
                var in = path.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "%s is no exchangeInfo: %s".formatted(path, e.getMessage()), e);
        }
    }

    private static List<RateLimit> limits(JsonNode nodes) {
        var limits = new ArrayList<RateLimit>();
        for (var node : nodes) {
            limits.add(
                    new RateLimit(
                            node.path("rateLimitType").asText(),
                            node.path("interval").asText(),
                            node.path("intervalNum").asInt(1),
                            node.path("limit").asInt()));
        }
        return limits;
    }

    private static List<Sor> sors(JsonNode nodes) {
        var sors = new ArrayList<Sor>();
        for (var node : nodes) {
            var symbols = new ArrayList<String>();
            node.path("symbols").forEach(symbol -> symbols.add(symbol.asText()));
            sors.add(new Sor(node.path("baseAsset").asText(), symbols));
        }
        return sors;
    }
}
