package pro.cryptotrader.simulator.venue;

import java.util.List;
import pro.cryptotrader.simulator.market.Candle;
import pro.cryptotrader.simulator.market.Interval;
import pro.cryptotrader.simulator.market.MarketTrade;

/** Lets another venue's market happen here. */
public final class Relay {
    private final Venue venue;
    private final Market market;
    private final MarketClock clock;
    private final MarketView view;

    Relay(Venue venue, Market market, MarketClock clock, MarketView view) {
        this.venue = venue;
        this.market = market;
        this.clock = clock;
        this.view = view;
    }

    /**
     * Another venue traded: market time is that trade's, and minutes end with the first trade after
     * them.
     */
    public void traded(MarketTrade trade) {
        venue.happen(() -> {
            var minute = Interval.M1.openOf(clock.millis());
            var tradeMinute = Interval.M1.openOf(trade.time());
            clock.reach(trade.time());
            if (tradeMinute > minute) {
                market.relayMinute(tradeMinute);
            }
            market.relay(tradeMinute < minute ? trade.atTime(minute) : trade);
        });
    }

    /** Another venue's best prices changed. */
    public void quoted(String symbol, long bid, long ask) {
        venue.happen(() -> {
            market.quoted(symbol, bid, ask);
            venue.quoted(symbol);
        });
    }

    /**
     * Candles another venue knows better than who has not listened all the time; the last may still
     * be open.
     */
    public void repaired(String symbol, List<Candle> candles) {
        venue.happen(() -> view.ticker(symbol).repair(candles));
    }
}
