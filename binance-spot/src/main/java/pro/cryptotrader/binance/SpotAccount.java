package pro.cryptotrader.binance;

import com.binance.connector.client.enums.HttpMethod;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.Protection;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * One account's orders, trades and balances. Every method sends one request (queries may page) and
 * throws {@link VenueException} for anything but an answer.
 */
public final class SpotAccount {
    /** Short for entries, so that a lost one is known to be lost soon. */
    public static final Duration ENTRY_WINDOW = Duration.ofSeconds(2);

    private static final Duration WINDOW = Duration.ofSeconds(5);
    private static final int PAGE = 1000;

    private final BinanceRest rest;

    public SpotAccount(BinanceRest rest) {
        this.rest = rest;
    }

    /**
     * The latest moment until which a request that was sent before {@code now} may still arrive.
     */
    public static Duration longestWindow() {
        return WINDOW;
    }

    /**
     * The client ids of an order list.
     *
     * @param entry null for a plain OCO
     */
    public record ListIds(
            String list, @Nullable String entry, String stopLoss, String takeProfit) {}

    /**
     * Buys with protection in one request: fill-or-kill limit, then a LIMIT_MAKER above and a
     * STOP_LOSS below.
     *
     * @param legQuantity null lets the venue compute it from what was received (OPOCO)
     */
    public List<VenueOrder> placeEntryList(
            Symbol symbol,
            ListIds ids,
            Quantity quantity,
            Price limit,
            @Nullable Quantity legQuantity,
            Protection protection) {
        var entry = ids.entry();
        if (entry == null) {
            throw new IllegalArgumentException("an entry list needs the entry's client id");
        }
        var parameters = parameters(symbol);
        parameters.put("listClientOrderId", ids.list());
        parameters.put("newOrderRespType", "RESULT");
        parameters.put("workingType", "LIMIT");
        parameters.put("workingSide", "BUY");
        parameters.put("workingClientOrderId", entry);
        parameters.put("workingPrice", limit.toString());
        parameters.put("workingQuantity", quantity.toString());
        parameters.put("workingTimeInForce", "FOK");
        parameters.put("pendingSide", "SELL");
        if (legQuantity != null) {
            parameters.put("pendingQuantity", legQuantity.toString());
        }
        ProtectionLegs.put(parameters, "pendingAbove", "pendingBelow", ids, protection);
        var path = legQuantity == null ? "/api/v3/orderList/opoco" : "/api/v3/orderList/otoco";
        return VenueOrder.ofList(
                rest.signed(HttpMethod.POST, path, parameters, ENTRY_WINDOW, 1, Urgency.ENTRY));
    }

    /** Buys without protection, fill-or-kill. */
    public VenueOrder placeEntry(Symbol symbol, String clientId, Quantity quantity, Price limit) {
        var parameters = parameters(symbol);
        parameters.put("side", "BUY");
        parameters.put("type", "LIMIT");
        parameters.put("timeInForce", "FOK");
        parameters.put("quantity", quantity.toString());
        parameters.put("price", limit.toString());
        parameters.put("newClientOrderId", clientId);
        parameters.put("newOrderRespType", "FULL");
        return VenueOrder.of(
                rest.signed(
                        HttpMethod.POST,
                        "/api/v3/order",
                        parameters,
                        ENTRY_WINDOW,
                        1,
                        Urgency.ENTRY));
    }

    /** Sells at the stop-loss or the take-profit, whichever comes first. */
    public List<VenueOrder> placeProtection(
            Symbol symbol, ListIds ids, Quantity quantity, Protection protection) {
        var parameters = parameters(symbol);
        parameters.put("listClientOrderId", ids.list());
        parameters.put("newOrderRespType", "RESULT");
        parameters.put("side", "SELL");
        parameters.put("quantity", quantity.toString());
        ProtectionLegs.put(parameters, "above", "below", ids, protection);
        return VenueOrder.ofList(
                rest.signed(
                        HttpMethod.POST,
                        "/api/v3/orderList/oco",
                        parameters,
                        WINDOW,
                        1,
                        Urgency.EXIT));
    }

    /**
     * Takes an order that rests off the book, its list with it, and sells at the market, in one
     * request; neither, if the order has begun to trade.
     */
    public Replacement replaceBySale(
            Symbol symbol, String restingClientId, String clientId, Quantity quantity) {
        var parameters = parameters(symbol);
        parameters.put("side", "SELL");
        parameters.put("type", "MARKET");
        parameters.put("cancelReplaceMode", "STOP_ON_FAILURE");
        parameters.put("cancelRestrictions", "ONLY_NEW");
        parameters.put("cancelOrigClientOrderId", restingClientId);
        parameters.put("newClientOrderId", clientId);
        parameters.put("quantity", quantity.toString());
        parameters.put("newOrderRespType", "FULL");
        var path = "/api/v3/order/cancelReplace";
        try {
            return Replacement.of(
                    rest.signed(HttpMethod.POST, path, parameters, WINDOW, 1, Urgency.EXIT));
        } catch (VenueException e) {
            return Replacement.of(e);
        }
    }

    /** Makes an order ask for less without losing its place; of a pair, both. */
    public VenueOrder shrink(Symbol symbol, String clientId, Quantity quantity) {
        var parameters = parameters(symbol);
        parameters.put("origClientOrderId", clientId);
        // Otherwise the venue makes up a new one.
        parameters.put("newClientOrderId", clientId);
        parameters.put("newQty", quantity.toString());
        return VenueOrder.ofAmendment(
                rest.signed(
                        HttpMethod.PUT,
                        "/api/v3/order/amend/keepPriority",
                        parameters,
                        WINDOW,
                        4,
                        Urgency.EXIT));
    }

    public VenueOrder sellAtMarket(Symbol symbol, String clientId, Quantity quantity) {
        var parameters = parameters(symbol);
        parameters.put("side", "SELL");
        parameters.put("type", "MARKET");
        parameters.put("quantity", quantity.toString());
        parameters.put("newClientOrderId", clientId);
        parameters.put("newOrderRespType", "FULL");
        return VenueOrder.of(
                rest.signed(HttpMethod.POST, "/api/v3/order", parameters, WINDOW, 1, Urgency.EXIT));
    }

    public List<VenueOrder> cancelList(Symbol symbol, String listClientId) {
        var parameters = parameters(symbol);
        parameters.put("listClientOrderId", listClientId);
        return VenueOrder.ofList(
                rest.signed(
                        HttpMethod.DELETE,
                        "/api/v3/orderList",
                        parameters,
                        WINDOW,
                        1,
                        Urgency.EXIT));
    }

    public VenueOrder cancelOrder(Symbol symbol, String clientId) {
        var parameters = parameters(symbol);
        parameters.put("origClientOrderId", clientId);
        return VenueOrder.of(
                rest.signed(
                        HttpMethod.DELETE, "/api/v3/order", parameters, WINDOW, 1, Urgency.EXIT));
    }

    public VenueOrder order(Symbol symbol, String clientId) {
        var parameters = parameters(symbol);
        parameters.put("origClientOrderId", clientId);
        return VenueOrder.of(resolve("/api/v3/order", parameters, 4));
    }

    public VenueOrder order(Symbol symbol, long orderId) {
        var parameters = parameters(symbol);
        parameters.put("orderId", orderId);
        return VenueOrder.of(resolve("/api/v3/order", parameters, 4));
    }

    /** All open orders of the account. */
    public List<VenueOrder> openOrders() {
        return VenueOrder.all(query("/api/v3/openOrders", Map.of(), 80));
    }

    /** The latest orders of a symbol, whatever became of them. */
    public List<VenueOrder> allOrders(Symbol symbol, int limit) {
        var parameters = parameters(symbol);
        parameters.put("limit", limit);
        return VenueOrder.all(query("/api/v3/allOrders", parameters, 20));
    }

    public List<VenueTrade> tradesOf(Symbol symbol, long orderId) {
        var parameters = parameters(symbol);
        parameters.put("orderId", orderId);
        return VenueTrade.all(resolve("/api/v3/myTrades", parameters, 5));
    }

    /** All trades from {@code fromId} on, in order, however many pages that takes. */
    public List<VenueTrade> tradesFrom(Symbol symbol, long fromId) {
        var trades = new ArrayList<VenueTrade>();
        long next = fromId;
        while (true) {
            var parameters = parameters(symbol);
            parameters.put("fromId", next);
            parameters.put("limit", PAGE);
            var page = VenueTrade.all(query("/api/v3/myTrades", parameters, 20));
            trades.addAll(page);
            if (page.size() < PAGE) {
                return trades;
            }
            next = page.getLast().id() + 1;
        }
    }

    /** The latest trade's id; -1 when there is none. */
    public long latestTradeId(Symbol symbol) {
        var parameters = parameters(symbol);
        parameters.put("limit", 1);
        var latest = VenueTrade.all(query("/api/v3/myTrades", parameters, 20));
        return latest.isEmpty() ? -1 : latest.getLast().id();
    }

    public AccountSnapshot account() {
        return AccountSnapshot.of(query("/api/v3/account", Map.of("omitZeroBalances", "true"), 20));
    }

    /** The rules of these symbols. */
    public List<SymbolRules> rules(Collection<Symbol> symbols) {
        var names =
                symbols.stream()
                        .map(symbol -> "\"" + symbol.venueName() + "\"")
                        .collect(Collectors.joining(",", "[", "]"));
        var info = rest.ask("/api/v3/exchangeInfo", Map.of("symbols", names), 20);
        for (var limit : info.path("rateLimits")) {
            if (limit.path("rateLimitType").asText().equals("ORDERS")
                    && limit.path("interval").asText().equals("SECOND")
                    && limit.path("intervalNum").asInt() == 10) {
                rest.limitOrders(limit.path("limit").asInt());
            }
        }
        return SymbolRules.of(info);
    }

    /** What the key may do; Binance's wallet interface answers, a simulator does not. */
    public KeyPermissions keyPermissions() {
        return KeyPermissions.of(query("/sapi/v1/account/apiRestrictions", Map.of(), 1));
    }

    /** The price that the venue's filters measure prices against. */
    public Price averagePrice(Symbol symbol) {
        var answer = rest.ask("/api/v3/avgPrice", Map.of("symbol", symbol.venueName()), 2);
        return new Price(Json.decimal(answer, "price"));
    }

    private JsonNode query(String path, Map<String, Object> parameters, int weight) {
        return rest.signed(HttpMethod.GET, path, parameters, WINDOW, weight, Urgency.QUESTION);
    }

    private JsonNode resolve(String path, Map<String, Object> parameters, int weight) {
        return rest.signed(HttpMethod.GET, path, parameters, WINDOW, weight, Urgency.RESOLUTION);
    }

    private static Map<String, Object> parameters(Symbol symbol) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("symbol", symbol.venueName());
        return parameters;
    }
}
