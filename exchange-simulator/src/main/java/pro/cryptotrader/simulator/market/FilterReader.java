package pro.cryptotrader.simulator.market;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.simulator.matching.Amounts;
import pro.cryptotrader.simulator.matching.Filter;
import pro.cryptotrader.simulator.matching.Filter.Kind;

/** A filter as exchangeInfo states it. */
final class FilterReader {
    private static final String EXCHANGE = "EXCHANGE_";

    private FilterReader() {}

    /** The filter, empty if it is of a type that we do not know. */
    static Optional<Filter> read(JsonNode node) {
        var type = node.path("filterType").asText();
        return Optional.ofNullable(
                switch (type) {
                    case "PRICE_FILTER" ->
                            new Filter.PriceFilter(
                                    amount(node, "minPrice"),
                                    amount(node, "maxPrice"),
                                    amount(node, "tickSize"));
                    case "LOT_SIZE" ->
                            new Filter.LotSize(
                                    amount(node, "minQty"),
                                    amount(node, "maxQty"),
                                    amount(node, "stepSize"));
                    case "MARKET_LOT_SIZE" ->
                            new Filter.MarketLotSize(
                                    amount(node, "minQty"),
                                    amount(node, "maxQty"),
                                    amount(node, "stepSize"));
                    case "NOTIONAL" ->
                            new Filter.Notional(
                                    amount(node, "minNotional"),
                                    node.path("applyMinToMarket").asBoolean(),
                                    amount(node, "maxNotional"),
                                    node.path("applyMaxToMarket").asBoolean(),
                                    minutes(node));
                    case "MIN_NOTIONAL" ->
                            new Filter.MinNotional(
                                    amount(node, "minNotional"),
                                    node.path("applyToMarket").asBoolean(),
                                    minutes(node));
                    case "PERCENT_PRICE" ->
                            new Filter.PercentPrice(
                                    amount(node, "multiplierUp"),
                                    amount(node, "multiplierDown"),
                                    minutes(node));
                    case "PERCENT_PRICE_BY_SIDE" ->
                            new Filter.PercentPriceBySide(
                                    amount(node, "bidMultiplierUp"),
                                    amount(node, "bidMultiplierDown"),
                                    amount(node, "askMultiplierUp"),
                                    amount(node, "askMultiplierDown"),
                                    minutes(node));
                    default -> limit(node, type);
                });
    }

    private static @Nullable Filter limit(JsonNode node, String type) {
        return switch (type) {
            case "ICEBERG_PARTS" -> new Filter.IcebergParts(node.path("limit").asInt());
            case "TRAILING_DELTA" ->
                    new Filter.TrailingDelta(
                            node.path("minTrailingAboveDelta").asInt(),
                            node.path("maxTrailingAboveDelta").asInt(),
                            node.path("minTrailingBelowDelta").asInt(),
                            node.path("maxTrailingBelowDelta").asInt());
            case "MAX_POSITION" -> new Filter.MaxPosition(amount(node, "maxPosition"));
            case "MAX_NUM_ORDER_AMENDS" ->
                    new Filter.MaxNumOrderAmends(node.path("maxNumOrderAmends").asInt());
            default -> count(node, type);
        };
    }

    private static @Nullable Filter count(JsonNode node, String type) {
        var everywhere = type.startsWith(EXCHANGE);
        var kind = everywhere ? type.substring(EXCHANGE.length()) : type;
        return switch (kind) {
            case "MAX_NUM_ORDERS" -> most(everywhere, Kind.ORDERS, node.path("maxNumOrders"));
            case "MAX_NUM_ALGO_ORDERS" ->
                    most(everywhere, Kind.ALGO_ORDERS, node.path("maxNumAlgoOrders"));
            case "MAX_NUM_ICEBERG_ORDERS" ->
                    most(everywhere, Kind.ICEBERG_ORDERS, node.path("maxNumIcebergOrders"));
            case "MAX_NUM_ORDER_LISTS" ->
                    most(everywhere, Kind.ORDER_LISTS, node.path("maxNumOrderLists"));
            default -> null;
        };
    }

    private static Filter most(boolean everywhere, Kind kind, JsonNode limit) {
        return everywhere
                ? new Filter.ExchangeMaxNum(kind, limit.asInt())
                : new Filter.MaxNum(kind, limit.asInt());
    }

    private static long amount(JsonNode node, String name) {
        try {
            return Amounts.parse(node.path(name).asText());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "%s of %s is '%s', but must be a decimal number"
                            .formatted(
                                    name,
                                    node.path("filterType").asText(),
                                    node.path(name).asText()),
                    e);
        }
    }

    private static int minutes(JsonNode node) {
        return node.path("avgPriceMins").asInt();
    }
}
