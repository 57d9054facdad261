package pro.cryptotrader.simulator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import pro.cryptotrader.simulator.matching.Amounts;
import pro.cryptotrader.simulator.matching.Filter;

/** A filter as exchangeInfo and myFilters show it. */
final class FilterNode {
    private FilterNode() {}

    static ObjectNode of(Filter filter) {
        var node = OrderReports.object().put("filterType", filter.name());
        return switch (filter) {
            case Filter.PriceFilter prices ->
                    node.put("minPrice", Amounts.text(prices.min()))
                            .put("maxPrice", Amounts.text(prices.max()))
                            .put("tickSize", Amounts.text(prices.tick()));
            case Filter.LotSize lots -> lots(node, lots.min(), lots.max(), lots.step());
            case Filter.MarketLotSize lots -> lots(node, lots.min(), lots.max(), lots.step());
            case Filter.Notional notional ->
                    node.put("minNotional", Amounts.text(notional.min()))
                            .put("applyMinToMarket", notional.minToMarket())
                            .put("maxNotional", Amounts.text(notional.max()))
                            .put("applyMaxToMarket", notional.maxToMarket())
                            .put("avgPriceMins", notional.minutes());
            case Filter.MinNotional notional ->
                    node.put("minNotional", Amounts.text(notional.min()))
                            .put("applyToMarket", notional.toMarket())
                            .put("avgPriceMins", notional.minutes());
            case Filter.PercentPrice percent ->
                    node.put("multiplierUp", factor(percent.up()))
                            .put("multiplierDown", factor(percent.down()))
                            .put("avgPriceMins", percent.minutes());
            case Filter.PercentPriceBySide percent ->
                    node.put("bidMultiplierUp", factor(percent.bidUp()))
                            .put("bidMultiplierDown", factor(percent.bidDown()))
                            .put("askMultiplierUp", factor(percent.askUp()))
                            .put("askMultiplierDown", factor(percent.askDown()))
                            .put("avgPriceMins", percent.minutes());
            case Filter.IcebergParts parts -> node.put("limit", parts.limit());
            case Filter.TrailingDelta delta ->
                    node.put("minTrailingAboveDelta", delta.minAbove())
                            .put("maxTrailingAboveDelta", delta.maxAbove())
                            .put("minTrailingBelowDelta", delta.minBelow())
                            .put("maxTrailingBelowDelta", delta.maxBelow());
            case Filter.MaxPosition position ->
                    node.put("maxPosition", Amounts.text(position.limit()));
            case Filter.MaxNumOrderAmends amends -> node.put("maxNumOrderAmends", amends.limit());
            case Filter.MaxNum most -> node.put(limitName(most.kind()), most.limit());
            case Filter.ExchangeMaxNum most -> node.put(limitName(most.kind()), most.limit());
        };
    }

    private static ObjectNode lots(ObjectNode node, long min, long max, long step) {
        return node.put("minQty", Amounts.text(min))
                .put("maxQty", Amounts.text(max))
                .put("stepSize", Amounts.text(step));
    }

    private static String factor(long multiplier) {
        return BigDecimal.valueOf(multiplier, 8).stripTrailingZeros().toPlainString();
    }

    private static String limitName(Filter.Kind kind) {
        return switch (kind) {
            case ORDERS -> "maxNumOrders";
            case ALGO_ORDERS -> "maxNumAlgoOrders";
            case ICEBERG_ORDERS -> "maxNumIcebergOrders";
            case ORDER_LISTS -> "maxNumOrderLists";
        };
    }
}
