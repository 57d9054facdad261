package pro.cryptotrader.simulator.matching;

/** Binance's order statuses; {@link #PENDING_NEW} waits for its list's working order. */
public enum OrderStatus {
    PENDING_NEW,
    NEW,
    PARTIALLY_FILLED,
    FILLED,
    CANCELED,
    EXPIRED,
    EXPIRED_IN_MATCH;

    /** Still able to change. */
    public boolean open() {
        return this == PENDING_NEW || this == NEW || this == PARTIALLY_FILLED;
    }
}
