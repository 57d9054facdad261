package pro.cryptotrader.simulator.market;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import pro.cryptotrader.simulator.matching.Abilities;
import pro.cryptotrader.simulator.matching.Filter;
import pro.cryptotrader.simulator.matching.Instrument;
import pro.cryptotrader.simulator.matching.Liquidity;
import pro.cryptotrader.simulator.matching.OrderType;
import pro.cryptotrader.simulator.matching.StpMode;

/**
 * Symbols and account-wide filters as a recorded answer of {@code GET /api/v3/exchangeInfo} states
 * them; what a recording of that time did not know yet is allowed.
 */
public record ExchangeInfo(Map<String, Instrument> instruments, List<Filter> exchangeFilters) {
    /** Nothing recorded. */
    public static final ExchangeInfo NONE = new ExchangeInfo(Map.of(), List.of());

    /** Copies. */
    public ExchangeInfo {
        instruments = Map.copyOf(instruments);
        exchangeFilters = List.copyOf(exchangeFilters);
    }

    /** Reads a file, plain or {@code .gz}. */
    public static ExchangeInfo read(Path path) {
        try (var raw = Files.newInputStream(path);
                var in = path.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            var root = new ObjectMapper().readTree(in);
            var symbols = root.path("symbols");
            if (symbols.isEmpty()) {
                throw new IllegalArgumentException(
                        path + " is no exchangeInfo: it has no 'symbols'");
            }
            var instruments = new TreeMap<String, Instrument>();
            symbols.forEach(
                    node -> instruments.put(node.path("symbol").asText(), instrument(node)));
            return new ExchangeInfo(instruments, filters(root.path("exchangeFilters")));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the exchange information in " + path, e);
        }
    }

    private static Instrument instrument(JsonNode node) {
        return new Instrument(
                node.path("symbol").asText(),
                node.path("baseAsset").asText(),
                node.path("quoteAsset").asText(),
                node.path("baseCommissionPrecision").asInt(8),
                node.path("quoteCommissionPrecision").asInt(8),
                filters(node.path("filters")),
                abilities(node),
                Optional.empty(),
                Liquidity.USUAL);
    }

    private static List<Filter> filters(JsonNode nodes) {
        var filters = new ArrayList<Filter>();
        nodes.forEach(node -> FilterReader.read(node).ifPresent(filters::add));
        return filters;
    }

    private static Abilities abilities(JsonNode node) {
        var types = EnumSet.noneOf(OrderType.class);
        node.path("orderTypes").forEach(type -> types.add(OrderType.valueOf(type.asText())));
        var modes = EnumSet.noneOf(StpMode.class);
        node.path("allowedSelfTradePreventionModes")
                .forEach(mode -> modes.add(StpMode.valueOf(mode.asText())));
        var usual = node.path("defaultSelfTradePreventionMode").asText("NONE");
        return new Abilities(
                types,
                flag(node, "icebergAllowed"),
                flag(node, "ocoAllowed"),
                flag(node, "otoAllowed"),
                flag(node, "opoAllowed"),
                flag(node, "quoteOrderQtyMarketAllowed"),
                flag(node, "allowTrailingStop"),
                flag(node, "cancelReplaceAllowed"),
                flag(node, "amendAllowed"),
                StpMode.valueOf(usual),
                modes);
    }

    private static boolean flag(JsonNode node, String name) {
        return node.path(name).asBoolean(true);
    }
}
