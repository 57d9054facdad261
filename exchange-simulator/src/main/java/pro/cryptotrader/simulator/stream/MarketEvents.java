package pro.cryptotrader.simulator.stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import pro.cryptotrader.simulator.market.AggregateTrade;
import pro.cryptotrader.simulator.market.Candle;
import pro.cryptotrader.simulator.market.Interval;
import pro.cryptotrader.simulator.market.MarketTrade;
import pro.cryptotrader.simulator.matching.Amounts;
import pro.cryptotrader.simulator.matching.Book;
import pro.cryptotrader.simulator.matching.Side;

/** Market events as Binance's streams carry them; all times are market times. */
final class MarketEvents {
    private MarketEvents() {}

    static String trade(MarketTrade trade) {
        return head("trade", trade.time(), trade.symbol())
                .put("t", trade.id())
                .put("p", Amounts.text(trade.price()))
                .put("q", Amounts.text(trade.quantity()))
                .put("T", trade.time())
                .put("m", trade.buyerMaker())
                .put("M", true)
                .toString();
    }

    static String aggTrade(AggregateTrade trade) {
        return head("aggTrade", trade.time(), trade.symbol())
                .put("a", trade.id())
                .put("p", Amounts.text(trade.price()))
                .put("q", Amounts.text(trade.quantity()))
                .put("f", trade.first())
                .put("l", trade.last())
                .put("T", trade.time())
                .put("m", trade.buyerMaker())
                .put("M", true)
                .toString();
    }

    static String bookTicker(String symbol, long update, Book.Level bid, Book.Level ask) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("u", update)
                .put("s", symbol)
                .put("b", Amounts.text(bid.price()))
                .put("B", Amounts.text(bid.quantity()))
                .put("a", Amounts.text(ask.price()))
                .put("A", Amounts.text(ask.quantity()))
                .toString();
    }

    static String kline(
            String symbol,
            Interval interval,
            Candle candle,
            boolean closed,
            long lastTradeId,
            long time) {
        var event = head("kline", time, symbol);
        event.putObject("k")
                .put("t", candle.openTime())
                .put("T", interval.endOf(candle.openTime()) - 1)
                .put("s", symbol)
                .put("i", interval.code())
                .put(
                        "f",
                        candle.trades() == 0 ? -1 : Math.max(1, lastTradeId - candle.trades() + 1))
                .put("L", candle.trades() == 0 ? -1 : lastTradeId)
                .put("o", Amounts.text(candle.open()))
                .put("c", Amounts.text(candle.close()))
                .put("h", Amounts.text(candle.high()))
                .put("l", Amounts.text(candle.low()))
                .put("v", Amounts.text(candle.volume()))
                .put("n", candle.trades())
                .put("x", closed)
                .put("q", Amounts.text(candle.quoteVolume()))
                .put("V", Amounts.text(candle.takerVolume()))
                .put("Q", Amounts.text(candle.takerQuoteVolume()))
                .put("B", "0");
        return event.toString();
    }

    /** The best levels, as a snapshot; neither symbol nor time. */
    static String book(Book book, int levels) {
        var node = JsonNodeFactory.instance.objectNode().put("lastUpdateId", book.updates());
        add(node.putArray("bids"), book.levels(Side.SELL, levels));
        add(node.putArray("asks"), book.levels(Side.BUY, levels));
        return node.toString();
    }

    static String depth(String symbol, DepthFeed.Difference difference, long time) {
        var node =
                head("depthUpdate", time, symbol)
                        .put("U", difference.first())
                        .put("u", difference.last());
        add(node.putArray("b"), difference.bids());
        add(node.putArray("a"), difference.asks());
        return node.toString();
    }

    private static void add(ArrayNode array, List<Book.Level> levels) {
        for (var level : levels) {
            array.addArray().add(Amounts.text(level.price())).add(Amounts.text(level.quantity()));
        }
    }

    /** The server is about to go; combined connections hear it on a stream of its own. */
    static String serverShutdown(long time) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("e", "serverShutdown")
                .put("E", time)
                .toString();
    }

    static ObjectNode head(String type, long time, String symbol) {
        return JsonNodeFactory.instance.objectNode().put("e", type).put("E", time).put("s", symbol);
    }
}
