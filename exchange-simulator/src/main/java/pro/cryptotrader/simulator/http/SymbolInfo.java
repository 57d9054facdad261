package pro.cryptotrader.simulator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import pro.cryptotrader.simulator.matching.Instrument;

/** A symbol as exchangeInfo shows it: flags and filters. */
final class SymbolInfo {
    private SymbolInfo() {}

    static ObjectNode of(Instrument instrument) {
        var standing = instrument.standing();
        var node =
                OrderReports.object()
                        .put("symbol", instrument.symbol())
                        .put("status", standing.status().name())
                        .put("baseAsset", instrument.base())
                        .put("baseAssetPrecision", standing.baseAssetPrecision())
                        .put("quoteAsset", instrument.quote())
                        .put("quotePrecision", standing.quotePrecision())
                        .put("quoteAssetPrecision", standing.quotePrecision())
                        .put("baseCommissionPrecision", instrument.baseDecimals())
                        .put("quoteCommissionPrecision", instrument.quoteDecimals());
        var types = node.putArray("orderTypes");
        instrument.abilities().orderTypes().stream()
                .sorted()
                .forEach(type -> types.add(type.name()));
        var abilities = instrument.abilities();
        node.put("icebergAllowed", abilities.iceberg())
                .put("ocoAllowed", abilities.oco())
                .put("otoAllowed", abilities.oto())
                .put("opoAllowed", abilities.opo())
                .put("quoteOrderQtyMarketAllowed", abilities.quoteOrderQuantity())
                .put("allowTrailingStop", abilities.trailingStop())
                .put("cancelReplaceAllowed", abilities.cancelReplace())
                .put("amendAllowed", abilities.amend())
                .put("pegInstructionsAllowed", abilities.pegged())
                .put("isSpotTradingAllowed", standing.spot())
                .put("isMarginTradingAllowed", standing.margin());
        var filters = node.putArray("filters");
        instrument.filters().forEach(filter -> filters.add(FilterNode.of(filter)));
        node.putArray("permissions");
        var sets = node.putArray("permissionSets");
        standing.permissionSets().forEach(set -> set.forEach(sets.addArray()::add));
        node.put("defaultSelfTradePreventionMode", abilities.defaultStp().name());
        var modes = node.putArray("allowedSelfTradePreventionModes");
        abilities.allowedStp().stream().sorted().forEach(mode -> modes.add(mode.name()));
        return node;
    }
}
