package pro.cryptotrader.simulator.http;

import static pro.cryptotrader.simulator.http.Endpoint.open;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import pro.cryptotrader.simulator.fault.Faults;
import pro.cryptotrader.simulator.http.Endpoint.Call;
import pro.cryptotrader.simulator.market.Candle;
import pro.cryptotrader.simulator.market.Interval;
import pro.cryptotrader.simulator.market.MarketTrade;
import pro.cryptotrader.simulator.matching.Amounts;
import pro.cryptotrader.simulator.matching.Book;
import pro.cryptotrader.simulator.matching.Refusal;
import pro.cryptotrader.simulator.matching.Side;
import pro.cryptotrader.simulator.venue.Venue;

/** Market data for everybody. */
@Singleton
public class PublicApi {
    private static final int MOST_LEVELS = 5000;

    private final Venue venue;
    private final ServerClock clock;
    private final RateLimits limits;
    private final Faults faults;
    private final ObjectMapper json = new ObjectMapper();

    /** The server's time is the wall's: requests are signed with it. */
    public PublicApi(Venue venue, ServerClock clock, RateLimits limits, Faults faults) {
        this.venue = venue;
        this.clock = clock;
        this.limits = limits;
        this.faults = faults;
    }

    List<Endpoint> endpoints() {
        return List.of(
                open("/api/v3/ping", 1, _ -> OrderReports.object()),
                open(
                        "/api/v3/time",
                        1,
                        _ -> OrderReports.object().put("serverTime", clock.millis())),
                open("/api/v3/exchangeInfo", 20, this::exchangeInfo),
                open("/api/v3/klines", 2, this::klines),
                open("/api/v3/uiKlines", 2, this::klines),
                open("/api/v3/trades", 25, this::trades),
                open("/api/v3/historicalTrades", 25, this::trades),
                open("/api/v3/aggTrades", 4, this::aggTrades),
                open("/api/v3/depth", 5, this::depth),
                open("/api/v3/avgPrice", 2, this::avgPrice),
                open("/api/v3/ticker/price", 4, call -> perSymbol(call, this::price)),
                open("/api/v3/ticker/bookTicker", 4, call -> perSymbol(call, this::bookTicker)),
                open("/api/v3/ticker/24hr", 80, call -> perSymbol(call, this::dayTicker)));
    }

    private JsonNode exchangeInfo(Call call) {
        var node = OrderReports.object().put("timezone", "UTC").put("serverTime", clock.millis());
        node.set("rateLimits", limits.all());
        node.putArray("exchangeFilters");
        var array = node.putArray("symbols");
        wanted(call)
                .forEach(symbol -> {
                    var info = SymbolInfo.of(venue.read(engine -> engine.instrument(symbol)));
                    var halted = faults.halted(symbol);
                    array.add(info.put("status", halted ? "HALT" : "TRADING"));
                });
        return node;
    }

    private List<String> wanted(Call call) {
        var one = call.params().text("symbol");
        var several = call.params().text("symbols");
        if (one.isPresent() && several.isPresent()) {
            throw new Refusal(-1128, "Combination of optional parameters invalid.");
        }
        var symbols = new ArrayList<String>();
        one.ifPresent(symbols::add);
        if (several.isPresent()) {
            try {
                json.readTree(several.get()).forEach(symbol -> symbols.add(symbol.asText()));
            } catch (JsonProcessingException e) {
                throw new Refusal(-1130, "Data sent for parameter 'symbols' is not valid.");
            }
        }
        return symbols.isEmpty() ? venue.symbols() : symbols;
    }

    private JsonNode perSymbol(Call call, Function<String, ObjectNode> report) {
        var one = call.params().text("symbol");
        return one.isPresent() ? report.apply(one.get()) : QueryApi.array(wanted(call), report);
    }

    private JsonNode klines(Call call) {
        var symbol = call.params().required("symbol");
        var interval =
                Interval.of(call.params().required("interval"))
                        .orElseThrow(() -> new Refusal(-1120, "Invalid interval."));
        var candles =
                venue.market()
                        .candles(
                                symbol,
                                interval,
                                call.params().numberOrNull("startTime"),
                                call.params().numberOrNull("endTime"),
                                call.params().limit(500, 1000));
        return QueryApi.array(candles, candle -> kline(candle, interval));
    }

    private static ArrayNode kline(Candle candle, Interval interval) {
        return JsonNodeFactory.instance
                .arrayNode()
                .add(candle.openTime())
                .add(Amounts.text(candle.open()))
                .add(Amounts.text(candle.high()))
                .add(Amounts.text(candle.low()))
                .add(Amounts.text(candle.close()))
                .add(Amounts.text(candle.volume()))
                .add(interval.endOf(candle.openTime()) - 1)
                .add(Amounts.text(candle.quoteVolume()))
                .add(candle.trades())
                .add(Amounts.text(candle.takerVolume()))
                .add(Amounts.text(candle.takerQuoteVolume()))
                .add("0");
    }

    private List<MarketTrade> recent(Call call) {
        var all = venue.market().recentTrades(call.params().required("symbol"));
        var fromId = call.params().number("fromId");
        var from = call.params().number("startTime").orElse(Long.MIN_VALUE);
        var to = call.params().number("endTime").orElse(Long.MAX_VALUE);
        var found =
                all.stream()
                        .filter(trade ->
                                trade.id() >= fromId.orElse(Long.MIN_VALUE)
                                        && trade.time() >= from
                                        && trade.time() <= to)
                        .toList();
        var limit = call.params().limit(500, 1000);
        var excess = Math.max(0, found.size() - limit);
        return fromId.isPresent()
                ? found.subList(0, found.size() - excess)
                : found.subList(excess, found.size());
    }

    private JsonNode trades(Call call) {
        return QueryApi.array(
                recent(call),
                trade ->
                        OrderReports.object()
                                .put("id", trade.id())
                                .put("price", Amounts.text(trade.price()))
                                .put("qty", Amounts.text(trade.quantity()))
                                .put(
                                        "quoteQty",
                                        Amounts.text(
                                                Amounts.multiply(trade.price(), trade.quantity())))
                                .put("time", trade.time())
                                .put("isBuyerMaker", trade.buyerMaker())
                                .put("isBestMatch", true));
    }

    private JsonNode aggTrades(Call call) {
        return QueryApi.array(
                recent(call),
                trade ->
                        OrderReports.object()
                                .put("a", trade.id())
                                .put("p", Amounts.text(trade.price()))
                                .put("q", Amounts.text(trade.quantity()))
                                .put("f", trade.id())
                                .put("l", trade.id())
                                .put("T", trade.time())
                                .put("m", trade.buyerMaker())
                                .put("M", true));
    }

    private JsonNode depth(Call call) {
        var symbol = call.params().required("symbol");
        var limit = call.params().limit(100, MOST_LEVELS);
        return venue.read(engine -> {
            var book = engine.book(symbol);
            var node = OrderReports.object().put("lastUpdateId", book.updates());
            levels(node.putArray("bids"), book.levels(Side.SELL, limit));
            levels(node.putArray("asks"), book.levels(Side.BUY, limit));
            return node;
        });
    }

    private static void levels(ArrayNode array, List<Book.Level> levels) {
        for (var level : levels) {
            array.addArray().add(Amounts.text(level.price())).add(Amounts.text(level.quantity()));
        }
    }

    private JsonNode avgPrice(Call call) {
        var symbol = call.params().required("symbol");
        var candles = venue.market().candles(symbol, Interval.M1, null, null, 5);
        var volume = candles.stream().mapToLong(Candle::volume).sum();
        var quote = candles.stream().mapToLong(Candle::quoteVolume).sum();
        var last = venue.read(engine -> engine.book(symbol).last());
        return OrderReports.object()
                .put("mins", 5)
                .put("price", Amounts.text(volume == 0 ? last : Amounts.divide(quote, volume)))
                .put("closeTime", venue.time());
    }

    private ObjectNode price(String symbol) {
        return OrderReports.object()
                .put("symbol", symbol)
                .put("price", Amounts.text(venue.read(engine -> engine.book(symbol).last())));
    }

    private ObjectNode bookTicker(String symbol) {
        return venue.read(engine -> {
            var book = engine.book(symbol);
            var node = OrderReports.object().put("symbol", symbol);
            var bids = book.levels(Side.SELL, 1);
            var asks = book.levels(Side.BUY, 1);
            return node.put("bidPrice", Amounts.text(bids.isEmpty() ? 0 : bids.getFirst().price()))
                    .put("bidQty", Amounts.text(bids.isEmpty() ? 0 : bids.getFirst().quantity()))
                    .put("askPrice", Amounts.text(asks.isEmpty() ? 0 : asks.getFirst().price()))
                    .put("askQty", Amounts.text(asks.isEmpty() ? 0 : asks.getFirst().quantity()));
        });
    }

    private ObjectNode dayTicker(String symbol) {
        var day = venue.market().lastDay(symbol);
        var change = day.close() - day.open();
        return OrderReports.object()
                .put("symbol", symbol)
                .put("priceChange", Amounts.text(change))
                .put(
                        "priceChangePercent",
                        "%.3f".formatted(day.open() == 0 ? 0 : 100.0 * change / day.open()))
                .put("lastPrice", Amounts.text(day.close()))
                .put("openPrice", Amounts.text(day.open()))
                .put("highPrice", Amounts.text(day.high()))
                .put("lowPrice", Amounts.text(day.low()))
                .put("volume", Amounts.text(day.volume()))
                .put("quoteVolume", Amounts.text(day.quoteVolume()))
                .put("openTime", day.openTime())
                .put("closeTime", venue.time())
                .put("count", day.trades());
    }
}
