package pro.cryptotrader.simulator.http;

import static pro.cryptotrader.simulator.http.Endpoint.open;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.List;
import pro.cryptotrader.simulator.http.Endpoint.Call;
import pro.cryptotrader.simulator.market.Interval;
import pro.cryptotrader.simulator.matching.Amounts;
import pro.cryptotrader.simulator.matching.Refusal;
import pro.cryptotrader.simulator.matching.Side;
import pro.cryptotrader.simulator.venue.Statistics;
import pro.cryptotrader.simulator.venue.Venue;

/** Prices, and price statistics of a day or another stretch. */
@Singleton
public class TickerApi {
    private static final long DAY = 1440 * Interval.MINUTE;

    private final Venue venue;

    /** Of {@code venue}. */
    public TickerApi(Venue venue) {
        this.venue = venue;
    }

    List<Endpoint> endpoints() {
        return List.of(
                open("/api/v3/ticker/price", TickerApi::light, this::prices),
                open("/api/v3/ticker/bookTicker", TickerApi::light, this::books),
                open("/api/v3/ticker/24hr", TickerApi::heavy, this::days),
                open("/api/v3/ticker/tradingDay", TickerApi::perSymbol, this::tradingDays),
                open("/api/v3/ticker", TickerApi::perSymbol, this::windows));
    }

    private static int light(Params params) {
        return params.text("symbol").isPresent() ? 2 : 4;
    }

    private static int heavy(Params params) {
        var named = SymbolSelection.named(params);
        return named == 0 || named > 100 ? 80 : named > 20 ? 40 : 2;
    }

    private static int perSymbol(Params params) {
        return Math.clamp(4L * SymbolSelection.named(params), 4, 200);
    }

    private JsonNode prices(Call call) {
        return SymbolSelection.of(call.params(), venue.symbols())
                .answer(symbol -> {
                    var last = venue.read(engine -> engine.book(symbol).last());
                    return OrderReports.object()
                            .put("symbol", symbol)
                            .put("price", Amounts.text(last));
                });
    }

    private JsonNode books(Call call) {
        return SymbolSelection.of(call.params(), venue.symbols())
                .answer(symbol -> touch(OrderReports.object().put("symbol", symbol), symbol));
    }

    private ObjectNode touch(ObjectNode node, String symbol) {
        return venue.read(engine -> {
            var bids = engine.book(symbol).levels(Side.SELL, 1);
            var asks = engine.book(symbol).levels(Side.BUY, 1);
            return node.put("bidPrice", Amounts.text(bids.isEmpty() ? 0 : bids.getFirst().price()))
                    .put("bidQty", Amounts.text(bids.isEmpty() ? 0 : bids.getFirst().quantity()))
                    .put("askPrice", Amounts.text(asks.isEmpty() ? 0 : asks.getFirst().price()))
                    .put("askQty", Amounts.text(asks.isEmpty() ? 0 : asks.getFirst().quantity()));
        });
    }

    private static boolean mini(Call call) {
        return call.params()
                .text("type")
                .map(type ->
                        switch (type) {
                            case "FULL" -> false;
                            case "MINI" -> true;
                            default ->
                                    throw new Refusal(
                                            -1130, "Data sent for parameter 'type' is not valid.");
                        })
                .orElse(false);
    }

    private JsonNode days(Call call) {
        var mini = mini(call);
        return SymbolSelection.of(call.params(), venue.symbols())
                .answer(symbol -> {
                    var day = venue.market().lastDay(symbol);
                    return mini ? mini(day) : touch(full(day, true), symbol);
                });
    }

    private JsonNode tradingDays(Call call) {
        var mini = mini(call);
        call.params().requireUtc();
        var today = Interval.D1.openOf(venue.time());
        return SymbolSelection.required(call.params())
                .answer(symbol -> {
                    var day = venue.market().since(symbol, today);
                    return mini ? mini(day) : full(day, false);
                });
    }

    private JsonNode windows(Call call) {
        var mini = mini(call);
        var length = call.params().text("windowSize").map(TickerApi::window).orElse(DAY);
        return SymbolSelection.required(call.params())
                .answer(symbol -> {
                    var window = venue.market().since(symbol, venue.time() - length);
                    return mini ? mini(window) : full(window, false);
                });
    }

    private static long window(String size) {
        if (!size.matches("([1-9]|[1-5][0-9])m|([1-9]|1[0-9]|2[0-3])h|[1-7]d")) {
            throw new Refusal(-1130, "Data sent for parameter 'windowSize' is not valid.");
        }
        var number = Long.parseLong(size.substring(0, size.length() - 1));
        return switch (size.charAt(size.length() - 1)) {
            case 'm' -> number * Interval.MINUTE;
            case 'h' -> number * 60 * Interval.MINUTE;
            default -> number * DAY;
        };
    }

    private static ObjectNode mini(Statistics all) {
        return prices(OrderReports.object().put("symbol", all.symbol()), all);
    }

    private static ObjectNode full(Statistics all, boolean day) {
        var node =
                OrderReports.object()
                        .put("symbol", all.symbol())
                        .put("priceChange", Amounts.text(all.change()))
                        .put("priceChangePercent", all.changePercent())
                        .put("weightedAvgPrice", Amounts.text(all.average()));
        if (day) {
            node.put("prevClosePrice", Amounts.text(all.before()))
                    .put("lastQty", Amounts.text(all.lastQuantity()));
        }
        return prices(node, all);
    }

    private static ObjectNode prices(ObjectNode node, Statistics all) {
        return node.put("openPrice", Amounts.text(all.open()))
                .put("highPrice", Amounts.text(all.high()))
                .put("lowPrice", Amounts.text(all.low()))
                .put("lastPrice", Amounts.text(all.close()))
                .put("volume", Amounts.text(all.volume()))
                .put("quoteVolume", Amounts.text(all.quoteVolume()))
                .put("openTime", all.openTime())
                .put("closeTime", all.closeTime())
                .put("firstId", all.firstId())
                .put("lastId", all.lastId())
                .put("count", all.trades());
    }
}
