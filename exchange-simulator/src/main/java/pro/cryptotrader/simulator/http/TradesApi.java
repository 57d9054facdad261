package pro.cryptotrader.simulator.http;

import static pro.cryptotrader.simulator.http.Endpoint.open;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.List;
import pro.cryptotrader.simulator.http.Endpoint.Call;
import pro.cryptotrader.simulator.market.AggregateTrade;
import pro.cryptotrader.simulator.market.MarketTrade;
import pro.cryptotrader.simulator.matching.Amounts;
import pro.cryptotrader.simulator.venue.Venue;

/** What the market traded, one by one and aggregated. */
@Singleton
public class TradesApi {
    private final Venue venue;

    /** Trades of {@code venue}. */
    public TradesApi(Venue venue) {
        this.venue = venue;
    }

    List<Endpoint> endpoints() {
        return List.of(
                open("/api/v3/trades", 25, this::trades),
                open("/api/v3/historicalTrades", 25, this::historicalTrades),
                open("/api/v3/aggTrades", 4, this::aggTrades));
    }

    private JsonNode trades(Call call) {
        var symbol = call.params().required("symbol");
        return array(venue.market().recentTrades(symbol, call.params().limit(500, 1000)));
    }

    private JsonNode historicalTrades(Call call) {
        var symbol = call.params().required("symbol");
        var limit = call.params().limit(500, 1000);
        return array(
                call.params()
                        .number("fromId")
                        .map(id -> venue.market().tradesFrom(symbol, id, limit))
                        .orElseGet(() -> venue.market().recentTrades(symbol, limit)));
    }

    private static JsonNode array(List<MarketTrade> trades) {
        return QueryApi.array(trades, TradesApi::trade);
    }

    private static ObjectNode trade(MarketTrade trade) {
        return OrderReports.object()
                .put("id", trade.id())
                .put("price", Amounts.text(trade.price()))
                .put("qty", Amounts.text(trade.quantity()))
                .put("quoteQty", Amounts.text(Amounts.multiply(trade.price(), trade.quantity())))
                .put("time", trade.time())
                .put("isBuyerMaker", trade.buyerMaker())
                .put("isBestMatch", true);
    }

    private JsonNode aggTrades(Call call) {
        var symbol = call.params().required("symbol");
        var fromId = call.params().number("fromId");
        var from = call.params().number("startTime");
        return QueryApi.array(
                venue.market()
                        .aggregates(
                                symbol,
                                fromId.orElse(Long.MIN_VALUE),
                                from.orElse(Long.MIN_VALUE),
                                call.params().number("endTime").orElse(Long.MAX_VALUE),
                                call.params().limit(500, 1000),
                                fromId.isPresent() || from.isPresent()),
                TradesApi::aggregate);
    }

    private static ObjectNode aggregate(AggregateTrade trade) {
        return OrderReports.object()
                .put("a", trade.id())
                .put("p", Amounts.text(trade.price()))
                .put("q", Amounts.text(trade.quantity()))
                .put("f", trade.first())
                .put("l", trade.last())
                .put("T", trade.time())
                .put("m", trade.buyerMaker())
                .put("M", true);
    }
}
