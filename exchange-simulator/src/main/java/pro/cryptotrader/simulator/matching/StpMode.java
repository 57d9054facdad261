package pro.cryptotrader.simulator.matching;

/** What happens when an order would trade with its own account or trade group. */
public enum StpMode {
    NONE,
    EXPIRE_TAKER,
    EXPIRE_MAKER,
    EXPIRE_BOTH,
    DECREMENT,
    TRANSFER;

    /** The taker's mode rules, but a transfer needs both. */
    StpMode against(StpMode maker) {
        return this == TRANSFER && maker != TRANSFER ? DECREMENT : this;
    }

    boolean expiresTaker() {
        return this == EXPIRE_TAKER || this == EXPIRE_BOTH;
    }

    boolean expiresMaker() {
        return this == EXPIRE_MAKER || this == EXPIRE_BOTH;
    }
}
