package pro.cryptotrader.simulator.http;

import static pro.cryptotrader.simulator.http.Endpoint.open;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.inject.Singleton;
import java.util.List;
import pro.cryptotrader.simulator.fault.Faults;
import pro.cryptotrader.simulator.http.Endpoint.Call;
import pro.cryptotrader.simulator.market.Candle;
import pro.cryptotrader.simulator.market.Interval;
import pro.cryptotrader.simulator.matching.Amounts;
import pro.cryptotrader.simulator.matching.Book;
import pro.cryptotrader.simulator.matching.Engine;
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
                open("/api/v3/depth", PublicApi::depthWeight, this::depth),
                open("/api/v3/avgPrice", 2, this::avgPrice),
                open("/api/v3/executionRules", 40, this::executionRules),
                open("/api/v3/referencePrice", 2, this::referencePrice),
                open("/api/v3/referencePrice/calculation", 2, this::referencePrice));
    }

    private static int depthWeight(Params params) {
        var limit = params.number("limit").orElse(100L);
        return limit <= 100 ? 5 : limit <= 500 ? 25 : limit <= 1000 ? 50 : 250;
    }

    private JsonNode executionRules(Call call) {
        SymbolSelection.of(call.params(), venue.symbols())
                .symbols()
                .forEach(symbol -> venue.read(engine -> engine.instrument(symbol)));
        var node = OrderReports.object();
        node.putArray("symbolRules");
        return node;
    }

    private JsonNode referencePrice(Call call) {
        var symbol = call.params().required("symbol");
        venue.read(engine -> engine.instrument(symbol));
        throw new Refusal(-2043, "This symbol doesn't have a reference price.");
    }

    private JsonNode exchangeInfo(Call call) {
        var node = OrderReports.object().put("timezone", "UTC").put("serverTime", clock.millis());
        node.set("rateLimits", limits.all());
        var filters = node.putArray("exchangeFilters");
        venue.read(Engine::rules)
                .exchangeFilters()
                .forEach(filter -> filters.add(FilterNode.of(filter)));
        var array = node.putArray("symbols");
        var showSets = call.params().flag("showPermissionSets", true);
        for (var symbol : SymbolSelection.of(call.params(), venue.symbols()).symbols()) {
            var info = SymbolInfo.of(venue.read(engine -> engine.instrument(symbol)));
            info.put("status", faults.halted(symbol) ? "HALT" : "TRADING");
            if (!showSets) {
                info.putArray("permissionSets");
            }
            if (wanted(call, symbol)) {
                array.add(info);
            }
        }
        return node;
    }

    /** By status, or by permission: everything here may be traded by everybody, SPOT. */
    private boolean wanted(Call call, String symbol) {
        var status = call.params().text("symbolStatus");
        var permissions = call.params().text("permissions");
        var named = SymbolSelection.named(call.params()) > 0;
        if (named && (status.isPresent() || permissions.isPresent())) {
            throw new Refusal(-1128, "Combination of optional parameters invalid.");
        }
        if (status.filter(each -> !each.matches("TRADING|HALT|BREAK")).isPresent()) {
            throw new Refusal(-1122, "Invalid symbolStatus.");
        }
        var actual = faults.halted(symbol) ? "HALT" : "TRADING";
        return status.map(actual::equals).orElse(true)
                && permissions.map(each -> each.contains("SPOT")).orElse(true);
    }

    private JsonNode klines(Call call) {
        var symbol = call.params().required("symbol");
        var interval =
                Interval.of(call.params().required("interval"))
                        .orElseThrow(() -> new Refusal(-1120, "Invalid interval."));
        call.params().requireUtc();
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
        return OrderReports.object()
                .put("mins", 5)
                .put("price", Amounts.text(venue.market().average(symbol)))
                .put("closeTime", venue.time());
    }
}
