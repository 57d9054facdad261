package pro.cryptotrader.simulator.stream;

import java.util.Map;
import java.util.Optional;

/** The REST calls as the WebSocket API names them. */
final class SocketCalls {
    private static final Map<String, String> CALLS =
            Map.ofEntries(
                    Map.entry("ping", "GET /api/v3/ping"),
                    Map.entry("time", "GET /api/v3/time"),
                    Map.entry("exchangeInfo", "GET /api/v3/exchangeInfo"),
                    Map.entry("executionRules", "GET /api/v3/executionRules"),
                    Map.entry("depth", "GET /api/v3/depth"),
                    Map.entry("trades.recent", "GET /api/v3/trades"),
                    Map.entry("trades.historical", "GET /api/v3/historicalTrades"),
                    Map.entry("trades.aggregate", "GET /api/v3/aggTrades"),
                    Map.entry("klines", "GET /api/v3/klines"),
                    Map.entry("uiKlines", "GET /api/v3/uiKlines"),
                    Map.entry("avgPrice", "GET /api/v3/avgPrice"),
                    Map.entry("ticker", "GET /api/v3/ticker"),
                    Map.entry("ticker.24hr", "GET /api/v3/ticker/24hr"),
                    Map.entry("ticker.tradingDay", "GET /api/v3/ticker/tradingDay"),
                    Map.entry("ticker.price", "GET /api/v3/ticker/price"),
                    Map.entry("ticker.book", "GET /api/v3/ticker/bookTicker"),
                    Map.entry("referencePrice", "GET /api/v3/referencePrice"),
                    Map.entry(
                            "referencePrice.calculation", "GET /api/v3/referencePrice/calculation"),
                    Map.entry("order.place", "POST /api/v3/order"),
                    Map.entry("order.test", "POST /api/v3/order/test"),
                    Map.entry("order.status", "GET /api/v3/order"),
                    Map.entry("order.cancel", "DELETE /api/v3/order"),
                    Map.entry("order.cancelReplace", "POST /api/v3/order/cancelReplace"),
                    Map.entry("order.amend.keepPriority", "PUT /api/v3/order/amend/keepPriority"),
                    Map.entry("order.amendments", "GET /api/v3/order/amendments"),
                    Map.entry("sor.order.place", "POST /api/v3/sor/order"),
                    Map.entry("sor.order.test", "POST /api/v3/sor/order/test"),
                    Map.entry("myAllocations", "GET /api/v3/myAllocations"),
                    Map.entry("openOrders.status", "GET /api/v3/openOrders"),
                    Map.entry("openOrders.cancelAll", "DELETE /api/v3/openOrders"),
                    Map.entry("allOrders", "GET /api/v3/allOrders"),
                    Map.entry("orderList.place.oco", "POST /api/v3/orderList/oco"),
                    Map.entry("orderList.place.oto", "POST /api/v3/orderList/oto"),
                    Map.entry("orderList.place.otoco", "POST /api/v3/orderList/otoco"),
                    Map.entry("orderList.place.opo", "POST /api/v3/orderList/opo"),
                    Map.entry("orderList.place.opoco", "POST /api/v3/orderList/opoco"),
                    Map.entry("orderList.status", "GET /api/v3/orderList"),
                    Map.entry("orderList.cancel", "DELETE /api/v3/orderList"),
                    Map.entry("openOrderLists.status", "GET /api/v3/openOrderList"),
                    Map.entry("allOrderLists", "GET /api/v3/allOrderList"),
                    Map.entry("account.status", "GET /api/v3/account"),
                    Map.entry("account.commission", "GET /api/v3/account/commission"),
                    Map.entry("account.rateLimits.orders", "GET /api/v3/rateLimit/order"),
                    Map.entry("myTrades", "GET /api/v3/myTrades"),
                    Map.entry("myPreventedMatches", "GET /api/v3/myPreventedMatches"),
                    Map.entry("myFilters", "GET /api/v3/myFilters"));

    private SocketCalls() {}

    /** HTTP method, space and path of the call, if it is one. */
    static Optional<String> restCall(String method) {
        return Optional.ofNullable(CALLS.get(method));
    }
}
