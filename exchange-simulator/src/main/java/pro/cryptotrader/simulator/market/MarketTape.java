package pro.cryptotrader.simulator.market;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The market's future, one minute at a time. The same tape always says the same. */
public interface MarketTape {
    /**
     * A minute of the market.
     *
     * @param trades of all symbols, in order of time
     * @param standing what a symbol is worth in this minute while nobody trades it, 0 for what it
     *     was worth before; a symbol not named here has no candle this minute
     */
    record Minute(long openTime, List<MarketTrade> trades, Map<String, Long> standing) {}

    /** The next minute, empty at the end of the data. */
    Optional<Minute> next();

    /** What is needed to go on after the last minute returned: numbers by name. */
    Map<String, double[]> position();
}
