package pro.cryptotrader.contracts.event;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Why risk said no.
 *
 * @param message one sentence for the user, with the numbers
 * @param numbers the same numbers by name, for machines
 */
public record Denial(Code code, String message, SortedMap<String, String> numbers) {
    public Denial {
        numbers = Collections.unmodifiableSortedMap(new TreeMap<>(numbers));
    }

    public Denial(Code code, String message, Map<String, String> numbers) {
        this(code, message, new TreeMap<>(numbers));
    }

    /** The rule that said no. */
    public enum Code {
        ENGINE_NOT_RUNNING,
        NO_CONFIG,
        DISABLED,
        NO_ACCOUNT_STATE,
        NO_INSTRUMENT,
        NO_PRICE,
        STALE_FEED,
        STALE_SIGNAL,
        LOW_CONFIDENCE,
        SYMBOL_NOT_TRADED,
        SYMBOL_HALTED,
        POSITION_EXISTS,
        NO_POSITION,
        MAX_POSITIONS,
        DAILY_LOSS,
        MINIMUM_BALANCE,
        INSUFFICIENT_FUNDS,
        TOO_SMALL,
        PRICE_MOVED,
        NOT_RECONCILED
    }
}
