package pro.cryptotrader.simulator.http;

import java.util.List;
import java.util.UUID;
import pro.cryptotrader.simulator.matching.ListKind;
import pro.cryptotrader.simulator.matching.OrderTerms;
import pro.cryptotrader.simulator.matching.OrderType;
import pro.cryptotrader.simulator.matching.Refusal;
import pro.cryptotrader.simulator.matching.Side;
import pro.cryptotrader.simulator.matching.TimeInForce;

/** Order parameters as Binance names them, made into terms. */
final class OrderRequests {
    private static final String CLIENT_ID = "^[a-zA-Z0-9-_]{1,36}$";

    private OrderRequests() {}

    /** POST /api/v3/order. */
    static OrderTerms single(Params params) {
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
            return terms(params, "", side, type, quantity, quote);
        }
        params.forbidden("quoteOrderQty");
        return terms(params, "", side, type, params.requiredAmount("quantity"), 0);
    }

    /** POST /api/v3/orderList/...: the working order first where there is one. */
    static List<OrderTerms> list(ListKind kind, Params params) {
        if (kind == ListKind.OCO) {
            var side = side(params.required("side"));
            var quantity = params.requiredAmount("quantity");
            return List.of(
                    leg(params, "above", side, quantity), leg(params, "below", side, quantity));
        }
        var working =
                leg(
                        params,
                        "working",
                        side(params.required("workingSide")),
                        params.requiredAmount("workingQuantity"));
        var side = side(params.required("pendingSide"));
        var quantity = kind.sellsProceeds() ? 0 : params.requiredAmount("pendingQuantity");
        if (kind.sellsProceeds()) {
            params.forbidden("pendingQuantity");
        }
        return kind == ListKind.OTO || kind == ListKind.OPO
                ? List.of(working, leg(params, "pending", side, quantity))
                : List.of(
                        working,
                        leg(params, "pendingAbove", side, quantity),
                        leg(params, "pendingBelow", side, quantity));
    }

    static String clientId(Params params, String name) {
        return params.matching(name, CLIENT_ID)
                .orElseGet(() -> UUID.randomUUID().toString().replace("-", "").substring(0, 22));
    }

    private static OrderTerms leg(Params params, String prefix, Side side, long quantity) {
        return terms(params, prefix, side, type(params.required(prefix + "Type")), quantity, 0);
    }

    private static OrderTerms terms(
            Params params, String prefix, Side side, OrderType type, long quantity, long quote) {
        var timeInForceName = name(prefix, "TimeInForce");
        var timeInForce = TimeInForce.GTC;
        if (type.timed()) {
            timeInForce =
                    Params.oneOf(
                            params.required(timeInForceName),
                            TimeInForce::valueOf,
                            -1115,
                            "Invalid timeInForce.");
        } else {
            params.forbidden(timeInForceName);
        }
        var priceName = name(prefix, "Price");
        var stopName = name(prefix, "StopPrice");
        var price = type.priced() ? params.requiredAmount(priceName) : 0;
        var stop = type.conditional() ? params.requiredAmount(stopName) : 0;
        if (!type.priced()) {
            params.forbidden(priceName);
        }
        if (!type.conditional()) {
            params.forbidden(stopName);
        }
        if (params.text(name(prefix, "TrailingDelta")).isPresent()) {
            throw new Refusal(-2010, "Trailing stop orders are not supported for this symbol.");
        }
        if (params.text(name(prefix, "IcebergQty")).isPresent()) {
            throw new Refusal(-2010, "Iceberg orders are not supported for this symbol.");
        }
        var clientIdName = prefix.isEmpty() ? "newClientOrderId" : prefix + "ClientOrderId";
        return new OrderTerms(
                params.required("symbol"),
                clientId(params, clientIdName),
                side,
                type,
                timeInForce,
                quantity,
                quote,
                price,
                stop,
                params.matching(
                                "selfTradePreventionMode",
                                "NONE|EXPIRE_TAKER|EXPIRE_MAKER|EXPIRE_BOTH|DECREMENT")
                        .orElse("EXPIRE_MAKER"));
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
