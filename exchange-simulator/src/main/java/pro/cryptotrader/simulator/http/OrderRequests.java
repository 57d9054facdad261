package pro.cryptotrader.simulator.http;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.simulator.matching.CancelRestriction;
import pro.cryptotrader.simulator.matching.ListKind;
import pro.cryptotrader.simulator.matching.OrderTerms;
import pro.cryptotrader.simulator.matching.OrderType;
import pro.cryptotrader.simulator.matching.Refusal;
import pro.cryptotrader.simulator.matching.Side;
import pro.cryptotrader.simulator.matching.StpMode;
import pro.cryptotrader.simulator.matching.TimeInForce;
import pro.cryptotrader.simulator.venue.Venue;

/** Order parameters as Binance names them, made into terms. */
final class OrderRequests {
    private static final String CLIENT_ID = "^[a-zA-Z0-9-_]{1,36}$";
    private static final int LEAST_STRATEGY_TYPE = 1_000_000;

    private final Params params;
    private final StpMode usual;

    /** {@code usual} is the symbol's self-trade prevention mode where the client names none. */
    OrderRequests(Params params, StpMode usual) {
        this.params = params;
        this.usual = usual;
    }

    /** For the symbol that the call names. */
    static OrderRequests of(Params params, Venue venue) {
        var symbol = params.required("symbol");
        return new OrderRequests(
                params, venue.read(engine -> engine.instrument(symbol).abilities().defaultStp()));
    }

    /** POST /api/v3/order. */
    OrderTerms single() {
        var type = type(params.required("type"));
        var side = side(params.required("side"));
        if (type == OrderType.MARKET) {
            var quantity = params.amount("quantity").orElse(0L);
            var quote = params.amount("quoteOrderQty").orElse(0L);
            if (quantity == 0 && quote == 0) {
                throw new Refusal(
                        -1102,
                        "Param 'quantity' or 'quoteOrderQty' must be sent, but both were empty/null!");
            }
            if (quantity > 0) {
                params.forbidden("quoteOrderQty");
            }
            return terms("", side, type, quantity, quote);
        }
        params.forbidden("quoteOrderQty");
        return terms("", side, type, params.requiredAmount("quantity"), 0);
    }

    /** POST /api/v3/orderList/...: the working order first where there is one. */
    List<OrderTerms> list(ListKind kind) {
        if (kind == ListKind.OCO) {
            var side = side(params.required("side"));
            var quantity = params.requiredAmount("quantity");
            return List.of(leg("above", side, quantity), leg("below", side, quantity));
        }
        var working =
                leg(
                        "working",
                        side(params.required("workingSide")),
                        params.requiredAmount("workingQuantity"));
        var side = side(params.required("pendingSide"));
        var quantity = kind.sellsProceeds() ? 0 : params.requiredAmount("pendingQuantity");
        if (kind.sellsProceeds()) {
            params.forbidden("pendingQuantity");
        }
        return kind == ListKind.OTO || kind == ListKind.OPO
                ? List.of(working, leg("pending", side, quantity))
                : List.of(
                        working,
                        leg("pendingAbove", side, quantity),
                        leg("pendingBelow", side, quantity));
    }

    static String clientId(Params params, String name) {
        return params.matching(name, CLIENT_ID).orElseGet(OrderRequests::freshId);
    }

    static String freshId() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 22);
    }

    static CancelRestriction restriction(Params params) {
        return params.text("cancelRestrictions")
                .map(name ->
                        switch (name) {
                            case "ONLY_NEW" -> CancelRestriction.ONLY_NEW;
                            case "ONLY_PARTIALLY_FILLED" -> CancelRestriction.ONLY_PARTIALLY_FILLED;
                            default -> throw new Refusal(-1145, "Invalid cancelRestrictions");
                        })
                .orElse(CancelRestriction.NONE);
    }

    private OrderTerms leg(String prefix, Side side, long quantity) {
        return terms(prefix, side, type(params.required(prefix + "Type")), quantity, 0);
    }

    private OrderTerms terms(String prefix, Side side, OrderType type, long quantity, long quote) {
        if (params.text(name(prefix, "PegPriceType")).isPresent()) {
            throw new Refusal(-2010, "Pegged orders are not supported for this symbol.");
        }
        var priceName = name(prefix, "Price");
        if (!type.priced()) {
            params.forbidden(priceName);
        }
        var stop = stop(prefix, type);
        var clientIdName = prefix.isEmpty() ? "newClientOrderId" : prefix + "ClientOrderId";
        return new OrderTerms(
                params.required("symbol"),
                clientId(params, clientIdName),
                side,
                type,
                timeInForce(name(prefix, "TimeInForce"), type),
                quantity,
                quote,
                type.priced() ? params.requiredAmount(priceName) : 0,
                stop.price(),
                stop.delta(),
                iceberg(name(prefix, "IcebergQty"), type),
                params.text("selfTradePreventionMode").map(OrderRequests::mode).orElse(usual),
                strategy(prefix));
    }

    private TimeInForce timeInForce(String name, OrderType type) {
        if (!type.timed()) {
            params.forbidden(name);
            return TimeInForce.GTC;
        }
        return Params.oneOf(
                params.required(name), TimeInForce::valueOf, -1115, "Invalid timeInForce.");
    }

    private record Stop(long price, int delta) {}

    private Stop stop(String prefix, OrderType type) {
        var stopName = name(prefix, "StopPrice");
        var deltaName = name(prefix, "TrailingDelta");
        if (!type.conditional()) {
            params.forbidden(stopName);
            params.forbidden(deltaName);
            return new Stop(0, 0);
        }
        var price = params.amount(stopName).orElse(0L);
        var delta = params.number(deltaName).orElse(0L);
        if (price == 0 && params.text(deltaName).isEmpty()) {
            throw new Refusal(
                    -1102,
                    "Param '%s' or '%s' must be sent, but both were empty/null!"
                            .formatted(stopName, deltaName));
        }
        if (params.text(deltaName).isPresent() && (delta < 1 || delta >= 10_000)) {
            throw new Refusal(-1013, "Filter failure: TRAILING_DELTA");
        }
        return new Stop(price, delta.intValue());
    }

    private long iceberg(String name, OrderType type) {
        if (!type.priced()) {
            params.forbidden(name);
        }
        return params.amount(name).orElse(0L);
    }

    private OrderTerms.@Nullable Strategy strategy(String prefix) {
        var id = params.number(name(prefix, "StrategyId"));
        var type = params.number(name(prefix, "StrategyType"));
        if (type.isPresent() && type.get() < LEAST_STRATEGY_TYPE) {
            throw new Refusal(-1134, "strategyType was less than 1000000.");
        }
        return id.isEmpty() && type.isEmpty()
                ? null
                : new OrderTerms.Strategy(id.orElse(null), type.map(Math::toIntExact).orElse(null));
    }

    private static StpMode mode(String text) {
        return Params.oneOf(
                text,
                StpMode::valueOf,
                -1130,
                "Data sent for parameter 'selfTradePreventionMode' is not valid.");
    }

    private static String name(String prefix, String name) {
        return prefix.isEmpty()
                ? Character.toLowerCase(name.charAt(0)) + name.substring(1)
                : prefix + name;
    }

    private static OrderType type(String text) {
        return Params.oneOf(text, OrderType::valueOf, -1116, "Invalid orderType.");
    }

    private static Side side(String text) {
        return Params.oneOf(text, Side::valueOf, -1117, "Invalid side.");
    }
}
