package pro.cryptotrader.core.execution;

/**
 * How far an order is, by the evidence that we have. {@link OrderTransition#TABLE} has the legal
 * ways; whatever is not in it is a message that came late and changes nothing.
 */
public enum OrderStatus {
    /** Written down; the venue may or may not have heard of it. */
    INTENDED,
    /** Sent, and nobody knows what became of it. */
    UNKNOWN,
    /** The venue has it. */
    OPEN,
    FILLED,
    CANCELED,
    EXPIRED,
    /** The venue does not have it and never will. */
    REJECTED,
    /** Never left us and never will. */
    NOT_SENT;

    /** Whether the table has a way from here to {@code next}. */
    public boolean mayBecome(OrderStatus next) {
        return OrderTransition.isLegal(this, next);
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
