package pro.cryptotrader.contracts.event;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * Something about a symbol's market or its feed that changes what may be done. Topic {@code
 * market.alerts}.
 *
 * @param evidence the numbers behind it, by name
 */
public record MarketAlert(
        Symbol symbol, Kind kind, String message, SortedMap<String, String> evidence, Instant at)
        implements MarketEvent {
    public MarketAlert {
        evidence = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(evidence));
    }

    public MarketAlert(
            Symbol symbol, Kind kind, String message, Map<String, String> evidence, Instant at) {
        this(symbol, kind, message, new TreeMap<>(evidence), at);
    }

    /**
     * {@code FEED_STALE} holds until {@code FEED_LIVE} of the same symbol; the others are moments.
     */
    public enum Kind {
        FEED_STALE,
        FEED_LIVE,
        GAP_FILLED,
        PRICE_SPIKE,
        SPREAD_WIDE,
        SYMBOL_HALTED
    }
}
