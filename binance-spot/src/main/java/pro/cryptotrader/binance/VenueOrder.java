package pro.cryptotrader.binance;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An order as REST answers describe it: a query, a placement or a part of an order list.
 *
 * @param clientOrderId the id it was placed with; a cancel's own id is dropped
 * @param listId -1 when it belongs to no list
 * @param status the venue's word, such as PARTIALLY_FILLED
 * @param quantity zero while the venue has yet to compute it, as of the legs of an OPOCO whose
 *     entry has not filled
 * @param fills told by a MARKET or LIMIT placement with response type FULL only
 */
public record VenueOrder(
        String symbol,
        long orderId,
        String clientOrderId,
        long listId,
        String side,
        String type,
        String status,
        BigDecimal quantity,
        BigDecimal executed,
        BigDecimal quoteExecuted,
        Instant at,
        List<VenueTrade> fills) {
    public VenueOrder {
        fills = List.copyOf(fills);
    }

    /** Whether it waits for a trigger; the venue calls these algo orders. */
    public boolean isTriggered() {
        return type.startsWith("STOP_LOSS") || type.startsWith("TAKE_PROFIT");
    }

    static VenueOrder of(JsonNode json) {
        var at = Json.time(json, "transactTime", "updateTime", "time");
        var orderId = Json.required(json, "orderId").asLong();
        var side = json.path("side").asText();
        var fills = new ArrayList<VenueTrade>();
        for (var fill : json.path("fills")) {
            fills.add(
                    new VenueTrade(
                            json.path("symbol").asText(),
                            Json.required(fill, "tradeId").asLong(),
                            orderId,
                            Json.decimal(fill, "price"),
                            Json.decimal(fill, "qty"),
                            Json.decimal(fill, "commission"),
                            Json.required(fill, "commissionAsset").asText(),
                            side.equals("BUY"),
                            // What comes with the placement's own reply has taken.
                            false,
                            at));
        }
        var original = json.path("origClientOrderId").asText("");
        return new VenueOrder(
                Json.required(json, "symbol").asText(),
                orderId,
                original.isEmpty() ? json.path("clientOrderId").asText() : original,
                json.path("orderListId").asLong(-1),
                side,
                json.path("type").asText(),
                Json.required(json, "status").asText(),
                json.hasNonNull("origQty") ? Json.decimal(json, "origQty") : BigDecimal.ZERO,
                Json.decimal(json, "executedQty"),
                Json.decimal(json, "cummulativeQuoteQty"),
                at,
                fills);
    }

    /** The orders that the answer to an order list's placement or cancel reports. */
    static List<VenueOrder> ofList(JsonNode json) {
        var orders = new ArrayList<VenueOrder>();
        json.path("orderReports").forEach(report -> orders.add(of(report)));
        return orders;
    }
}
