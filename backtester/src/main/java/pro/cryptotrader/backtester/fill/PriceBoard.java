package pro.cryptotrader.backtester.fill;

import java.time.Instant;
import pro.cryptotrader.contracts.event.Tick;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.core.engine.Market;

/** Shows everybody where a market stands, when something of ours happens and not before. */
final class PriceBoard {
    private final Symbol symbol;
    private final Scale scale;
    private final Market market;
    private long seen = Long.MIN_VALUE;
    private long seenIn = Long.MIN_VALUE;

    PriceBoard(Symbol symbol, Scale scale, Market market) {
        this.symbol = symbol;
        this.scale = scale;
        this.market = market;
    }

    /**
     * The market stands at {@code last}; shown once in a candle.
     *
     * @param openTime the candle's
     */
    void show(long last, long openTime, Instant at) {
        if (last == seen && seenIn == openTime) {
            return;
        }
        seen = last;
        seenIn = openTime;
        long bid = scale.bid(last);
        long ask = scale.ask(last);
        var price = scale.price(last);
        market.see(
                new Tick(
                        symbol,
                        price,
                        bid == last ? price : scale.price(bid),
                        ask == last ? price : scale.price(ask),
                        0,
                        at));
    }
}
