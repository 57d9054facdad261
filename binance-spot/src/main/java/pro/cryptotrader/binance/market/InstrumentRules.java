package pro.cryptotrader.binance.market;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Symbol;

/** Reads a symbol's entry of {@code exchangeInfo}. */
final class InstrumentRules {
    private InstrumentRules() {}

    static Instrument read(Symbol symbol, JsonNode entry) {
        var filters = new HashMap<String, JsonNode>();
        entry.path("filters")
                .forEach(filter -> filters.put(filter.path("filterType").asText(), filter));
        var lot = required(symbol, filters, "LOT_SIZE");
        // Symbols listed before 2023 have MIN_NOTIONAL, later ones NOTIONAL.
        var notional =
                filters.containsKey("NOTIONAL")
                        ? filters.get("NOTIONAL")
                        : filters.get("MIN_NOTIONAL");
        return new Instrument(
                symbol,
                decimal(required(symbol, filters, "PRICE_FILTER"), "tickSize"),
                decimal(lot, "stepSize"),
                new Quantity(decimal(lot, "minQty")),
                new Quantity(decimal(lot, "maxQty")),
                notional == null ? Money.ZERO : new Money(decimal(notional, "minNotional")),
                entry.path("status").asText().equals("TRADING"));
    }

    private static JsonNode required(Symbol symbol, Map<String, JsonNode> filters, String type) {
        var filter = filters.get(type);
        if (filter == null) {
            throw new UnexpectedAnswer("%s has no %s filter".formatted(symbol, type), null);
        }
        return filter;
    }

    private static BigDecimal decimal(JsonNode filter, String field) {
        return new BigDecimal(filter.path(field).asText());
    }
}
