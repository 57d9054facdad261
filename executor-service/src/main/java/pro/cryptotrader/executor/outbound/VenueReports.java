package pro.cryptotrader.executor.outbound;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.binance.UserEvent;
import pro.cryptotrader.binance.VenueOrder;
import pro.cryptotrader.binance.VenueTrade;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.core.execution.Execution;
import pro.cryptotrader.core.execution.OrderStatus;
import pro.cryptotrader.core.execution.VenueReport;

/** From the venue's words to ours. */
public final class VenueReports {
    private static final Pattern OURS =
            Pattern.compile("([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})");

    private VenueReports() {}

    /** The order that a client id names; null when no order of ours can be called that. */
    public static @Nullable OrderId orderId(String clientOrderId) {
        var match = OURS.matcher(clientOrderId);
        return match.matches()
                ? new OrderId(UUID.fromString(match.replaceAll("$1-$2-$3-$4-$5")))
                : null;
    }

    /** What the venue says about an order of ours, with the trades that it tells. */
    static VenueReport of(OrderId id, VenueOrder order, List<VenueTrade> trades, String evidence) {
        return new VenueReport(
                id,
                Long.toString(order.orderId()),
                status(order.status()),
                new Quantity(order.executed()),
                trades.stream().map(VenueReports::execution).toList(),
                evidence,
                order.at(),
                new Quantity(order.quantity()));
    }

    /** What the user stream says about an order of ours. */
    public static VenueReport of(OrderId id, UserEvent.ExecutionReport report) {
        return of(
                id,
                report.order(),
                report.order().fills(),
                "executionReport " + report.executionId());
    }

    /** Trades of an order of ours, whose state nobody told. */
    public static VenueReport ofTrades(OrderId id, List<VenueTrade> trades) {
        return new VenueReport(
                id,
                Long.toString(trades.getFirst().orderId()),
                OrderStatus.OPEN,
                Quantity.ZERO,
                trades.stream().map(VenueReports::execution).toList(),
                "GET /api/v3/myTrades",
                trades.getLast().at());
    }

    private static Execution execution(VenueTrade trade) {
        return new Execution(
                trade.id(),
                new Price(trade.price()),
                new Quantity(trade.quantity()),
                trade.commission(),
                new Asset(trade.commissionAsset()),
                trade.maker(),
                trade.at());
    }

    private static OrderStatus status(String word) {
        return switch (word) {
            case "NEW", "PENDING_NEW", "PARTIALLY_FILLED", "PENDING_CANCEL" -> OrderStatus.OPEN;
            case "FILLED" -> OrderStatus.FILLED;
            case "CANCELED" -> OrderStatus.CANCELED;
            case "EXPIRED", "EXPIRED_IN_MATCH" -> OrderStatus.EXPIRED;
            case "REJECTED" -> OrderStatus.REJECTED;
            default ->
                    throw new IllegalArgumentException(
                            "the venue calls an order '%s', which no document knows"
                                    .formatted(word));
        };
    }
}
