package pro.cryptotrader.simulator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import pro.cryptotrader.simulator.matching.Amounts;
import pro.cryptotrader.simulator.matching.Instrument;
import pro.cryptotrader.simulator.matching.OrderType;

/** A symbol as exchangeInfo shows it: flags and filters. */
final class SymbolInfo {
    private SymbolInfo() {}

    static ObjectNode of(Instrument instrument) {
        var node =
                OrderReports.object()
                        .put("symbol", instrument.symbol())
                        .put("status", "TRADING")
                        .put("baseAsset", instrument.base())
                        .put("baseAssetPrecision", 8)
                        .put("quoteAsset", instrument.quote())
                        .put("quotePrecision", 8)
                        .put("quoteAssetPrecision", 8)
                        .put("baseCommissionPrecision", 8)
                        .put("quoteCommissionPrecision", 8);
        var types = node.putArray("orderTypes");
        for (var type : OrderType.values()) {
            types.add(type.name());
        }
        node.put("icebergAllowed", false)
                .put("ocoAllowed", true)
                .put("otoAllowed", true)
                .put("opoAllowed", true)
                .put("quoteOrderQtyMarketAllowed", true)
                .put("allowTrailingStop", false)
                .put("cancelReplaceAllowed", true)
                .put("amendAllowed", false)
                .put("pegInstructionsAllowed", false)
                .put("isSpotTradingAllowed", true)
                .put("isMarginTradingAllowed", false);
        filters(node, instrument);
        node.putArray("permissions");
        node.putArray("permissionSets").addArray().add("SPOT");
        node.put("defaultSelfTradePreventionMode", "EXPIRE_MAKER");
        var modes = node.putArray("allowedSelfTradePreventionModes");
        List.of("EXPIRE_TAKER", "EXPIRE_MAKER", "EXPIRE_BOTH", "DECREMENT").forEach(modes::add);
        return node;
    }

    private static void filters(ObjectNode node, Instrument instrument) {
        var filters = node.putArray("filters");
        filters.addObject()
                .put("filterType", "PRICE_FILTER")
                .put("minPrice", Amounts.text(instrument.minPrice()))
                .put("maxPrice", Amounts.text(instrument.maxPrice()))
                .put("tickSize", Amounts.text(instrument.tick()));
        filters.addObject()
                .put("filterType", "LOT_SIZE")
                .put("minQty", Amounts.text(instrument.minQuantity()))
                .put("maxQty", Amounts.text(instrument.maxQuantity()))
                .put("stepSize", Amounts.text(instrument.step()));
        filters.addObject()
                .put("filterType", "MARKET_LOT_SIZE")
                .put("minQty", Amounts.text(0))
                .put("maxQty", Amounts.text(instrument.marketMaxQuantity()))
                .put("stepSize", Amounts.text(0));
        filters.addObject()
                .put("filterType", "PERCENT_PRICE_BY_SIDE")
                .put("bidMultiplierUp", "5")
                .put("bidMultiplierDown", "0.2")
                .put("askMultiplierUp", "5")
                .put("askMultiplierDown", "0.2")
                .put("avgPriceMins", 0);
        filters.addObject()
                .put("filterType", "NOTIONAL")
                .put("minNotional", Amounts.text(instrument.minNotional()))
                .put("applyMinToMarket", true)
                .put("maxNotional", Amounts.text(instrument.maxNotional()))
                .put("applyMaxToMarket", false)
                .put("avgPriceMins", 0);
        filters.addObject()
                .put("filterType", "MAX_NUM_ORDERS")
                .put("maxNumOrders", instrument.maxOrders());
        filters.addObject().put("filterType", "MAX_NUM_ORDER_LISTS").put("maxNumOrderLists", 20);
        filters.addObject()
                .put("filterType", "MAX_NUM_ALGO_ORDERS")
                .put("maxNumAlgoOrders", instrument.maxAlgoOrders());
    }
}
