package pro.cryptotrader.simulator.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import pro.cryptotrader.simulator.matching.Amounts;
import pro.cryptotrader.simulator.matching.Book;
import pro.cryptotrader.simulator.matching.Side;
import pro.cryptotrader.simulator.venue.Statistics;

/** Statistics as Binance's streams carry them; all times are market times. */
final class TickerEvents {
    private TickerEvents() {}

    static String miniTicker(Statistics day) {
        return MarketEvents.head("24hrMiniTicker", day.closeTime(), day.symbol())
                .put("c", Amounts.text(day.close()))
                .put("o", Amounts.text(day.open()))
                .put("h", Amounts.text(day.high()))
                .put("l", Amounts.text(day.low()))
                .put("v", Amounts.text(day.volume()))
                .put("q", Amounts.text(day.quoteVolume()))
                .toString();
    }

    static String ticker(Statistics day, Book book) {
        var node =
                change(MarketEvents.head("24hrTicker", day.closeTime(), day.symbol()), day)
                        .put("w", Amounts.text(day.average()))
                        .put("x", Amounts.text(day.before()))
                        .put("c", Amounts.text(day.close()))
                        .put("Q", Amounts.text(day.lastQuantity()));
        var bids = book.levels(Side.SELL, 1);
        var asks = book.levels(Side.BUY, 1);
        node.put("b", Amounts.text(bids.isEmpty() ? 0 : bids.getFirst().price()))
                .put("B", Amounts.text(bids.isEmpty() ? 0 : bids.getFirst().quantity()))
                .put("a", Amounts.text(asks.isEmpty() ? 0 : asks.getFirst().price()))
                .put("A", Amounts.text(asks.isEmpty() ? 0 : asks.getFirst().quantity()));
        return range(prices(node, day), day).toString();
    }

    static String window(String window, Statistics all) {
        var node = change(MarketEvents.head(window + "Ticker", all.closeTime(), all.symbol()), all);
        prices(node, all).put("c", Amounts.text(all.close())).put("w", Amounts.text(all.average()));
        return range(node, all).toString();
    }

    private static ObjectNode change(ObjectNode node, Statistics all) {
        return node.put("p", Amounts.text(all.change())).put("P", all.changePercent());
    }

    private static ObjectNode prices(ObjectNode node, Statistics all) {
        return node.put("o", Amounts.text(all.open()))
                .put("h", Amounts.text(all.high()))
                .put("l", Amounts.text(all.low()));
    }

    private static ObjectNode range(ObjectNode node, Statistics all) {
        return node.put("v", Amounts.text(all.volume()))
                .put("q", Amounts.text(all.quoteVolume()))
                .put("O", all.openTime())
                .put("C", all.closeTime())
                .put("F", all.firstId())
                .put("L", all.lastId())
                .put("n", all.trades());
    }

    static String averagePrice(String symbol, long price, long lastTrade, long time) {
        return MarketEvents.head("avgPrice", time, symbol)
                .put("i", "5m")
                .put("w", Amounts.text(price))
                .put("T", lastTrade)
                .toString();
    }
}
