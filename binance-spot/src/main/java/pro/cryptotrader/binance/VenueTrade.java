package pro.cryptotrader.binance;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One trade of the account, as {@code myTrades} lists it. */
public record VenueTrade(
        String symbol,
        long id,
        long orderId,
        BigDecimal price,
        BigDecimal quantity,
        BigDecimal commission,
        String commissionAsset,
        boolean buyer,
        boolean maker,
        Instant at) {

    /** Every trade of a list of them. */
    static List<VenueTrade> all(JsonNode json) {
        var trades = new ArrayList<VenueTrade>();
        json.forEach(trade -> trades.add(of(trade)));
        return trades;
    }

    static VenueTrade of(JsonNode json) {
        return new VenueTrade(
                Json.required(json, "symbol").asText(),
                Json.required(json, "id").asLong(),
                Json.required(json, "orderId").asLong(),
                Json.decimal(json, "price"),
                Json.decimal(json, "qty"),
                Json.decimal(json, "commission"),
                Json.required(json, "commissionAsset").asText(),
                json.path("isBuyer").asBoolean(),
                json.path("isMaker").asBoolean(),
                Json.time(json, "time"));
    }
}
