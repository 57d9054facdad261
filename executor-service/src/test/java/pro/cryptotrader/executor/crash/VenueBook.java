package pro.cryptotrader.executor.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.executor.outbound.VenueReports;

/** What the venue's own books say about an account: the judge. */
record VenueBook(List<Order> orders, List<Trade> trades, Map<String, BigDecimal> balances) {
    private static final Set<String> OPEN = Set.of("NEW", "PARTIALLY_FILLED", "PENDING_NEW");

    VenueBook {
        orders = List.copyOf(orders);
        trades = List.copyOf(trades);
        balances = Map.copyOf(balances);
    }

    /** An order; {@code id} is null when no order of ours can be called that. */
    record Order(
            long number,
            @Nullable OrderId id,
            String symbol,
            String side,
            String type,
            String status,
            BigDecimal executed,
            Instant begin,
            Instant end) {
        boolean isOpen() {
            return OPEN.contains(status);
        }

        boolean buys() {
            return side.equals("BUY");
        }
    }

    /** A trade, with the number of its order. */
    record Trade(
            long id,
            long order,
            String symbol,
            boolean buys,
            BigDecimal price,
            BigDecimal quantity,
            BigDecimal commission,
            String commissionAsset,
            Instant at) {}

    static VenueBook of(JsonNode account) {
        var orders = new ArrayList<Order>();
        for (var order : account.path("orders")) {
            orders.add(
                    new Order(
                            order.path("orderId").asLong(),
                            VenueReports.orderId(order.path("clientOrderId").asText()),
                            order.path("symbol").asText(),
                            order.path("side").asText(),
                            order.path("type").asText(),
                            order.path("status").asText(),
                            decimal(order, "executedQty"),
                            Instant.ofEpochMilli(
                                    Math.max(
                                            order.path("time").asLong(),
                                            order.path("workingTime").asLong())),
                            Instant.ofEpochMilli(order.path("updateTime").asLong())));
        }
        var trades = new ArrayList<Trade>();
        for (var trade : account.path("trades")) {
            trades.add(
                    new Trade(
                            trade.path("id").asLong(),
                            trade.path("orderId").asLong(),
                            trade.path("symbol").asText(),
                            trade.path("isBuyer").asBoolean(),
                            decimal(trade, "price"),
                            decimal(trade, "qty"),
                            decimal(trade, "commission"),
                            trade.path("commissionAsset").asText(),
                            Instant.ofEpochMilli(trade.path("time").asLong())));
        }
        var balances = new TreeMap<String, BigDecimal>();
        for (var balance : account.path("balances")) {
            balances.put(
                    balance.path("asset").asText(),
                    decimal(balance, "free").add(decimal(balance, "locked")));
        }
        return new VenueBook(orders, trades, balances);
    }

    private static BigDecimal decimal(JsonNode node, String field) {
        return new BigDecimal(node.path(field).asText());
    }

    /** Orders that some order of ours may be called, whoever placed them. */
    List<Order> ours() {
        return orders.stream().filter(order -> order.id() != null).toList();
    }
}
