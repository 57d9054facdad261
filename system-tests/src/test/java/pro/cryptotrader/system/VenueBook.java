package pro.cryptotrader.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the venue itself has on an account: the oracle.
 *
 * @param balances free and locked together, by asset, without assets that it has none of
 */
record VenueBook(SortedMap<String, BigDecimal> balances, List<Order> orders, List<Trade> trades) {

    /**
     * An order as the venue has it.
     *
     * @param symbol without a slash
     * @param time market time at which it was accepted
     */
    record Order(
            String id,
            String clientOrderId,
            String symbol,
            String side,
            String type,
            String status,
            BigDecimal quantity,
            BigDecimal price,
            BigDecimal executed,
            Instant time) {
        boolean isOpen() {
            return status.equals("NEW")
                    || status.equals("PARTIALLY_FILLED")
                    || status.equals("PENDING_NEW");
        }

        /** Able to be filled now: not waiting for another order of its list. */
        boolean isResting() {
            return isOpen() && !status.equals("PENDING_NEW");
        }

        boolean isBuy() {
            return side.equals("BUY");
        }
    }

    /** A trade as the venue has it; its id is unique per symbol. */
    record Trade(
            String symbol,
            long id,
            String orderId,
            String side,
            BigDecimal price,
            BigDecimal quantity,
            BigDecimal commission,
            String commissionAsset) {}

    /** Reads what {@code GET /sim/v1/accounts/{id}} answers. */
    static VenueBook of(JsonNode account) {
        var balances = new TreeMap<String, BigDecimal>();
        for (var balance : account.path("balances")) {
            var total = number(balance, "free").add(number(balance, "locked"));
            if (total.signum() != 0) {
                balances.put(balance.path("asset").asText(), total);
            }
        }
        var orders = new ArrayList<Order>();
        account.path("orders").forEach(order -> orders.add(order(order)));
        var trades = new ArrayList<Trade>();
        account.path("trades").forEach(trade -> trades.add(trade(trade)));
        return new VenueBook(balances, List.copyOf(orders), List.copyOf(trades));
    }

    private static Order order(JsonNode order) {
        return new Order(
                order.path("orderId").asText(),
                order.path("clientOrderId").asText(),
                order.path("symbol").asText(),
                order.path("side").asText(),
                order.path("type").asText(),
                order.path("status").asText(),
                number(order, "origQty"),
                number(order, "price"),
                number(order, "executedQty"),
                Instant.ofEpochMilli(order.path("time").asLong()));
    }

    private static Trade trade(JsonNode trade) {
        return new Trade(
                trade.path("symbol").asText(),
                trade.path("id").asLong(),
                trade.path("orderId").asText(),
                trade.path("isBuyer").asBoolean() ? "BUY" : "SELL",
                number(trade, "price"),
                number(trade, "qty"),
                number(trade, "commission"),
                trade.path("commissionAsset").asText());
    }

    private static BigDecimal number(JsonNode node, String field) {
        return new BigDecimal(node.path(field).asText("0"));
    }

    /** The purchases that the venue accepted after {@code moment}. */
    List<Order> entriesAfter(Instant moment) {
        return orders.stream()
                .filter(order -> order.isBuy() && order.time().isAfter(moment))
                .toList();
    }
}
