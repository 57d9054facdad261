package pro.cryptotrader.contracts.event;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import pro.cryptotrader.contracts.value.AccountId;

/**
 * A line of the user's trading log. Topic {@code trading.logs}.
 *
 * @param component the service that speaks
 * @param data further facts by name; never a secret
 * @param at market time where there is one, else wall time
 */
public record TradingLog(
        AccountId account,
        Level level,
        String component,
        String message,
        SortedMap<String, String> data,
        Instant at)
        implements AccountEvent {
    public TradingLog {
        data = Collections.unmodifiableSortedMap(new TreeMap<>(data));
    }

    public TradingLog(
            AccountId account,
            Level level,
            String component,
            String message,
            Map<String, String> data,
            Instant at) {
        this(account, level, component, message, new TreeMap<>(data), at);
    }

    /** How much it matters. */
    public enum Level {
        INFO,
        WARNING,
        ERROR
    }
}
