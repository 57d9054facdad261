package pro.cryptotrader.system;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import pro.cryptotrader.contracts.event.Protection;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.core.execution.Execution;
import pro.cryptotrader.core.execution.OrderStatus;
import pro.cryptotrader.core.execution.VenueCommand;
import pro.cryptotrader.core.execution.VenueReport;
import pro.cryptotrader.simulator.matching.Amounts;
import pro.cryptotrader.simulator.matching.Fact;
import pro.cryptotrader.simulator.matching.Fill;
import pro.cryptotrader.simulator.matching.Order;
import pro.cryptotrader.simulator.matching.OrderTerms;
import pro.cryptotrader.simulator.matching.OrderType;
import pro.cryptotrader.simulator.matching.Side;
import pro.cryptotrader.simulator.matching.StpMode;
import pro.cryptotrader.simulator.matching.TimeInForce;
import pro.cryptotrader.simulator.matching.Trade;

/** Our commands in the simulated venue's words, and its facts in ours. */
final class VenueWords {
    private static final int DECIMALS = 8;

    private VenueWords() {}

    static BigDecimal amount(long amount) {
        return BigDecimal.valueOf(amount, DECIMALS);
    }

    static Price price(long amount) {
        return new Price(amount(amount));
    }

    static long units(BigDecimal value) {
        return Amounts.parse(value.toPlainString());
    }

    /** A fill-or-kill purchase. */
    static OrderTerms purchase(VenueCommand.PlaceEntry entry) {
        return terms(
                entry.symbol(),
                entry.order(),
                Side.BUY,
                OrderType.LIMIT,
                TimeInForce.FOK,
                entry.quantity(),
                units(entry.limit().value()),
                0);
    }

    /** The purchase, then what takes the profit and what stops the loss of what it buys. */
    static List<OrderTerms> entry(VenueCommand.PlaceEntry entry) {
        var quantity =
                switch (entry.form()) {
                    case OPOCO -> Quantity.ZERO;
                    case OTOCO, PLAIN -> entry.legQuantity();
                };
        var orders = new ArrayList<OrderTerms>();
        orders.add(purchase(entry));
        orders.addAll(
                legs(
                        entry.symbol(),
                        entry.takeProfit(),
                        entry.stopLoss(),
                        quantity,
                        entry.protection()));
        return orders;
    }

    static List<OrderTerms> protection(VenueCommand.PlaceProtection oco) {
        return legs(
                oco.symbol(), oco.takeProfit(), oco.stopLoss(), oco.quantity(), oco.protection());
    }

    private static List<OrderTerms> legs(
            Symbol symbol,
            OrderId takeProfit,
            OrderId stopLoss,
            Quantity quantity,
            Protection protection) {
        return List.of(
                terms(
                        symbol,
                        takeProfit,
                        Side.SELL,
                        OrderType.LIMIT_MAKER,
                        TimeInForce.GTC,
                        quantity,
                        units(protection.takeProfit().value()),
                        0),
                terms(
                        symbol,
                        stopLoss,
                        Side.SELL,
                        OrderType.STOP_LOSS,
                        TimeInForce.GTC,
                        quantity,
                        0,
                        units(protection.stopLoss().value())));
    }

    static OrderTerms sale(VenueCommand.SellMarket sale) {
        return sale(sale.symbol(), sale.order(), sale.quantity());
    }

    static OrderTerms sale(Symbol symbol, OrderId order, Quantity quantity) {
        return terms(symbol, order, Side.SELL, OrderType.MARKET, TimeInForce.GTC, quantity, 0, 0);
    }

    private static OrderTerms terms(
            Symbol symbol,
            OrderId id,
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            Quantity quantity,
            long price,
            long stopPrice) {
        return new OrderTerms(
                symbol.venueName(),
                id.clientOrderId(),
                side,
                type,
                timeInForce,
                units(quantity.value()),
                0,
                price,
                stopPrice,
                0,
                0,
                StpMode.EXPIRE_MAKER,
                null,
                null,
                false);
    }

    /** What the user stream would say of a fact. */
    static VenueReport of(Fact.OrderChanged changed) {
        var fill = changed.fill();
        return report(
                changed.order(),
                fill == null
                        ? List.of()
                        : List.of(execution(fill, Instant.ofEpochMilli(changed.time()))),
                "executionReport " + changed.executionId(),
                changed.time());
    }

    /** What a query would say of an order. */
    static VenueReport of(Order order, List<Trade> trades) {
        return report(
                order,
                trades.stream()
                        .map(each -> execution(each.fill(), Instant.ofEpochMilli(each.time())))
                        .toList(),
                "GET /api/v3/order",
                order.updateTime());
    }

    /** Two reports of one order as one. */
    static VenueReport joined(VenueReport before, VenueReport after) {
        var executions = new ArrayList<>(before.executions());
        executions.addAll(after.executions());
        return new VenueReport(
                after.orderId(),
                after.venueOrderId(),
                after.status(),
                after.executed(),
                executions,
                after.evidence(),
                after.at());
    }

    private static VenueReport report(
            Order order, List<Execution> executions, String evidence, long time) {
        return new VenueReport(
                orderId(order.terms().clientOrderId()),
                Long.toString(order.id()),
                status(order),
                new Quantity(amount(order.executed())),
                executions,
                evidence,
                Instant.ofEpochMilli(time));
    }

    private static OrderId orderId(String clientId) {
        return new OrderId(
                UUID.fromString(
                        clientId.replaceAll("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5")));
    }

    private static Execution execution(Fill fill, Instant at) {
        return new Execution(
                fill.tradeId(),
                price(fill.price()),
                new Quantity(amount(fill.quantity())),
                amount(fill.fee()),
                new Asset(fill.feeAsset()),
                fill.maker(),
                at);
    }

    private static OrderStatus status(Order order) {
        return switch (order.status()) {
            case FILLED -> OrderStatus.FILLED;
            case CANCELED -> OrderStatus.CANCELED;
            case EXPIRED, EXPIRED_IN_MATCH -> OrderStatus.EXPIRED;
            default -> OrderStatus.OPEN;
        };
    }
}
