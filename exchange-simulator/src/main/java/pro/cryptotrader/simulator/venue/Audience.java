package pro.cryptotrader.simulator.venue;

import java.util.List;
import pro.cryptotrader.simulator.market.Candle;
import pro.cryptotrader.simulator.market.Interval;
import pro.cryptotrader.simulator.market.MarketTrade;
import pro.cryptotrader.simulator.matching.Fact;

/** Who wants to hear what happens at the venue. Called under the venue's lock: must not block. */
public interface Audience {
    /** The market traded. */
    default void traded(MarketTrade trade) {}

    /** A symbol's best prices changed without a trade. */
    default void quoted(String symbol) {}

    /** A candle closed. */
    default void closed(
            String symbol, Interval interval, Candle candle, long lastTradeId, long time) {}

    /** Facts were made true and written to the ledger. */
    default void happened(List<Fact> facts) {}

    /** Some wall time passed: time for what is conflated. */
    default void breathe(long wallMillis) {}
}
