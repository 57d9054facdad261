package pro.cryptotrader.binance;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * What {@code exchangeInfo} says about a symbol.
 *
 * @param filters what else an order must meet
 * @param oco whether a pair of a limit and a stop may rest together
 * @param oto whether an entry may bring its protection
 * @param opo whether the venue computes the protection's quantity from what was received
 * @param cancelReplace whether an order can be canceled and another placed in one request
 * @param amend whether an order can be made smaller
 * @param leastTrailingBips the closest that a stop below the market may follow, in 0.01 %
 * @param mostTrailingBips the farthest; zero when none may follow
 */
public record SymbolRules(
        Instrument instrument,
        OrderFilters filters,
        boolean oco,
        boolean oto,
        boolean opo,
        boolean cancelReplace,
        boolean amend,
        int leastTrailingBips,
        int mostTrailingBips) {

    /** All symbols of an answer of {@code exchangeInfo}. */
    public static List<SymbolRules> of(JsonNode exchangeInfo) {
        var rules = new ArrayList<SymbolRules>();
        Json.required(exchangeInfo, "symbols").forEach(symbol -> rules.add(ofSymbol(symbol)));
        return rules;
    }

    private static SymbolRules ofSymbol(JsonNode json) {
        var price = OrderFilters.filter(json, "PRICE_FILTER");
        var lot = OrderFilters.filter(json, "LOT_SIZE");
        if (price == null || lot == null) {
            throw new IllegalArgumentException(
                    "%s has no PRICE_FILTER or LOT_SIZE".formatted(json.path("symbol").asText()));
        }
        var symbol =
                new Symbol(
                        new Asset(Json.required(json, "baseAsset").asText()),
                        new Asset(Json.required(json, "quoteAsset").asText()));
        var trailing =
                json.path("allowTrailingStop").asBoolean()
                        ? OrderFilters.filter(json, "TRAILING_DELTA")
                        : null;
        var tradable =
                json.path("status").asText("TRADING").equals("TRADING")
                        && json.path("isSpotTradingAllowed").asBoolean(true);
        return new SymbolRules(
                new Instrument(
                        symbol,
                        Json.decimal(price, "tickSize"),
                        Json.decimal(lot, "stepSize"),
                        new Quantity(Json.decimal(lot, "minQty")),
                        new Quantity(maxQuantity(json, lot)),
                        new Money(minNotional(json)),
                        tradable),
                OrderFilters.of(json),
                json.path("ocoAllowed").asBoolean(),
                json.path("otoAllowed").asBoolean(),
                json.path("opoAllowed").asBoolean(),
                json.path("cancelReplaceAllowed").asBoolean(),
                json.path("amendAllowed").asBoolean(),
                trailing == null ? 0 : trailing.path("minTrailingBelowDelta").asInt(),
                trailing == null ? 0 : trailing.path("maxTrailingBelowDelta").asInt());
    }

    /** What may be bought must be sellable at the market in one order. */
    private static BigDecimal maxQuantity(JsonNode symbol, JsonNode lot) {
        var max = Json.decimal(lot, "maxQty");
        var market = OrderFilters.filter(symbol, "MARKET_LOT_SIZE");
        if (market == null) {
            return max;
        }
        var marketMax = Json.decimal(market, "maxQty");
        return marketMax.signum() > 0 ? max.min(marketMax) : max;
    }

    private static BigDecimal minNotional(JsonNode symbol) {
        var notional = OrderFilters.filter(symbol, "NOTIONAL");
        if (notional == null) {
            notional = OrderFilters.filter(symbol, "MIN_NOTIONAL");
        }
        return notional == null ? BigDecimal.ZERO : Json.decimal(notional, "minNotional");
    }
}
