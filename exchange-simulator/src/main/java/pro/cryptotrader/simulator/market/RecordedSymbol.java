package pro.cryptotrader.simulator.market;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import pro.cryptotrader.simulator.matching.Abilities;
import pro.cryptotrader.simulator.matching.Filter;
import pro.cryptotrader.simulator.matching.Instrument;
import pro.cryptotrader.simulator.matching.Liquidity;
import pro.cryptotrader.simulator.matching.OrderType;
import pro.cryptotrader.simulator.matching.Standing;
import pro.cryptotrader.simulator.matching.StpMode;
import pro.cryptotrader.simulator.matching.SymbolStatus;

/** A symbol as exchangeInfo states it. */
final class RecordedSymbol {
    private static final int PRECISION = 8;

    private RecordedSymbol() {}

    static Instrument instrument(JsonNode node) {
        return new Instrument(
                node.path("symbol").asText(),
                node.path("baseAsset").asText(),
                node.path("quoteAsset").asText(),
                node.path("baseCommissionPrecision").asInt(PRECISION),
                node.path("quoteCommissionPrecision").asInt(PRECISION),
                filters(node.path("filters")),
                abilities(node),
                Optional.empty(),
                standing(node),
                Liquidity.USUAL);
    }

    static List<Filter> filters(JsonNode nodes) {
        var filters = new ArrayList<Filter>();
        nodes.forEach(node -> FilterReader.read(node).ifPresent(filters::add));
        return filters;
    }

    private static Standing standing(JsonNode node) {
        return new Standing(
                status(node.path("status").asText("TRADING")),
                flag(node, "isSpotTradingAllowed"),
                node.path("isMarginTradingAllowed").asBoolean(),
                permissionSets(node),
                node.path("baseAssetPrecision").asInt(PRECISION),
                node.path("quotePrecision").asInt(PRECISION));
    }

    /** Older recordings know states of an opening auction: nothing could be traded in them. */
    private static SymbolStatus status(String text) {
        return Arrays.stream(SymbolStatus.values())
                .filter(status -> status.name().equals(text))
                .findFirst()
                .orElse(SymbolStatus.BREAK);
    }

    /** Older recordings have one set, called permissions; none at all is open to everybody. */
    private static List<List<String>> permissionSets(JsonNode node) {
        var sets = new ArrayList<List<String>>();
        node.path("permissionSets").forEach(set -> sets.add(names(set)));
        var single = names(node.path("permissions"));
        if (sets.isEmpty()) {
            sets.add(single.isEmpty() ? List.of(Standing.PERMISSION) : single);
        }
        return sets;
    }

    private static List<String> names(JsonNode array) {
        var names = new ArrayList<String>();
        array.forEach(name -> names.add(name.asText()));
        return names;
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
                flag(node, "pegInstructionsAllowed"),
                StpMode.valueOf(usual),
                modes);
    }

    private static boolean flag(JsonNode node, String name) {
        return node.path(name).asBoolean(true);
    }
}
