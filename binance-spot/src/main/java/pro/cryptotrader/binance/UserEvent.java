package pro.cryptotrader.binance;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the user data stream says. It has no sequence numbers and repeats nothing. */
public sealed interface UserEvent {

    /**
     * Something happened to an order.
     *
     * @param order with the trade that this report tells, if it tells one, among its fills
     * @param executionType NEW, TRADE, CANCELED, EXPIRED, REJECTED, REPLACED or TRADE_PREVENTION
     * @param rejectReason NONE unless it was refused
     * @param expiryReason why it expired; null otherwise
     */
    record ExecutionReport(
            VenueOrder order,
            String executionType,
            long executionId,
            String rejectReason,
            @Nullable String expiryReason)
            implements UserEvent {}

    /** The balances of the assets that may have changed. */
    record AccountPosition(List<AssetBalance> balances, Instant at) implements UserEvent {
        public AccountPosition {
            balances = List.copyOf(balances);
        }
    }

    /** One asset's balance. */
    record AssetBalance(String asset, BigDecimal free, BigDecimal locked) {}

    /** A deposit, withdrawal or transfer. */
    record BalanceUpdate(String asset, BigDecimal delta, Instant at) implements UserEvent {}

    /** Something happened to an order list. */
    record ListStatus(
            String symbol,
            long listId,
            String listClientOrderId,
            String contingency,
            String statusType,
            String orderStatus,
            List<String> clientOrderIds,
            Instant at)
            implements UserEvent {
        public ListStatus {
            clientOrderIds = List.copyOf(clientOrderIds);
        }
    }

    /** The stream is about to end: reconnect. */
    record StreamEnding(String reason) implements UserEvent {}

    /** Something that does not concern us. */
    record Other(String type) implements UserEvent {}

    /** Reads an event; unknown types are no error. */
    static UserEvent of(JsonNode json) {
        var type = Json.required(json, "e").asText();
        return switch (type) {
            case "executionReport" -> executionReport(json);
            case "outboundAccountPosition" -> accountPosition(json);
            case "balanceUpdate" ->
                    new BalanceUpdate(
                            Json.required(json, "a").asText(),
                            Json.decimal(json, "d"),
                            Json.time(json, "T", "E"));
            case "listStatus" -> listStatus(json);
            case "eventStreamTerminated", "serverShutdown" -> new StreamEnding(type);
            default -> new Other(type);
        };
    }

    private static UserEvent executionReport(JsonNode json) {
        var symbol = Json.required(json, "s").asText();
        var orderId = Json.required(json, "i").asLong();
        var side = Json.required(json, "S").asText();
        var at = Json.time(json, "T", "E");
        var fills = new ArrayList<VenueTrade>();
        if (json.path("x").asText().equals("TRADE") && json.path("t").asLong(-1) >= 0) {
            fills.add(
                    new VenueTrade(
                            symbol,
                            json.path("t").asLong(),
                            orderId,
                            Json.decimal(json, "L"),
                            Json.decimal(json, "l"),
                            Json.decimal(json, "n"),
                            json.path("N").asText(""),
                            side.equals("BUY"),
                            json.path("m").asBoolean(),
                            at));
        }
        // A cancel's own id is in c; C names the order that it canceled.
        var original = json.path("C").asText("");
        var order =
                new VenueOrder(
                        symbol,
                        orderId,
                        original.isEmpty() || original.equals("null")
                                ? Json.required(json, "c").asText()
                                : original,
                        json.path("g").asLong(-1),
                        side,
                        json.path("o").asText(),
                        Json.required(json, "X").asText(),
                        Json.decimal(json, "q"),
                        Json.decimal(json, "z"),
                        Json.decimal(json, "Z"),
                        at,
                        fills);
        return new ExecutionReport(
                order,
                Json.required(json, "x").asText(),
                json.path("I").asLong(),
                json.path("r").asText("NONE"),
                json.path("eR").textValue());
    }

    private static UserEvent accountPosition(JsonNode json) {
        var balances = new ArrayList<AssetBalance>();
        for (var balance : Json.required(json, "B")) {
            balances.add(
                    new AssetBalance(
                            Json.required(balance, "a").asText(),
                            Json.decimal(balance, "f"),
                            Json.decimal(balance, "l")));
        }
        return new AccountPosition(balances, Json.time(json, "u", "E"));
    }

    private static UserEvent listStatus(JsonNode json) {
        var ids = new ArrayList<String>();
        json.path("O").forEach(order -> ids.add(order.path("c").asText()));
        return new ListStatus(
                Json.required(json, "s").asText(),
                Json.required(json, "g").asLong(),
                json.path("C").asText(),
                json.path("c").asText(),
                json.path("l").asText(),
                json.path("L").asText(),
                ids,
                Json.time(json, "T", "E"));
    }
}
