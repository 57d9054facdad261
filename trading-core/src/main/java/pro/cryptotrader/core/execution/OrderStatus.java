package pro.cryptotrader.core.execution;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * How far an order is, by the evidence that we have. Whatever is not in the table is a message that
 * came late and changes nothing.
 *
 * <table>
 * <caption>Transitions</caption>
 * <tr><th>from</th><th>to</th><th>on</th></tr>
 * <tr><td>INTENDED</td><td>OPEN, FILLED, CANCELED, EXPIRED</td><td>the venue's reply or report</td></tr>
 * <tr><td>INTENDED</td><td>REJECTED</td><td>the venue's definite refusal</td></tr>
 * <tr><td>INTENDED</td><td>UNKNOWN</td><td>no reply, HTTP 5xx, a crash: never an end</td></tr>
 * <tr><td>INTENDED</td><td>NOT_SENT</td><td>held back by us at the last moment</td></tr>
 * <tr><td>UNKNOWN</td><td>OPEN, FILLED, CANCELED, EXPIRED</td><td>found by query or report</td></tr>
 * <tr><td>UNKNOWN</td><td>REJECTED</td><td>"does not exist", twice, after it could no longer arrive</td></tr>
 * <tr><td>OPEN</td><td>FILLED, CANCELED, EXPIRED, REJECTED</td><td>the venue's report (a waiting leg may be refused)</td></tr>
 * <tr><td>CANCELED, EXPIRED</td><td>FILLED</td><td>a fill that was reported late</td></tr>
 * <tr><td>REJECTED, NOT_SENT</td><td>OPEN, FILLED, CANCELED, EXPIRED</td><td>the venue has it after all: believed, and an error</td></tr>
 * </table>
 */
public enum OrderStatus {
    INTENDED,
    UNKNOWN,
    OPEN,
    FILLED,
    CANCELED,
    EXPIRED,
    REJECTED,
    NOT_SENT;

    private static final Map<OrderStatus, Set<OrderStatus>> NEXT = new EnumMap<>(OrderStatus.class);

    static {
        NEXT.put(
                INTENDED, EnumSet.of(OPEN, FILLED, CANCELED, EXPIRED, REJECTED, UNKNOWN, NOT_SENT));
        NEXT.put(UNKNOWN, EnumSet.of(OPEN, FILLED, CANCELED, EXPIRED, REJECTED));
        NEXT.put(OPEN, EnumSet.of(FILLED, CANCELED, EXPIRED, REJECTED));
        NEXT.put(FILLED, EnumSet.noneOf(OrderStatus.class));
        NEXT.put(CANCELED, EnumSet.of(FILLED));
        NEXT.put(EXPIRED, EnumSet.of(FILLED));
        NEXT.put(REJECTED, EnumSet.of(OPEN, FILLED, CANCELED, EXPIRED));
        NEXT.put(NOT_SENT, EnumSet.of(OPEN, FILLED, CANCELED, EXPIRED));
    }

    /** Whether the table has a way from here to {@code next}. */
    public boolean mayBecome(OrderStatus next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Whether the venue has not acknowledged it (yet). */
    public boolean isUnacknowledged() {
        return this == INTENDED || this == UNKNOWN || this == REJECTED || this == NOT_SENT;
    }

    /** Whether nothing more is expected to happen to it. */
    public boolean isEnd() {
        return this != INTENDED && this != UNKNOWN && this != OPEN;
    }
}
