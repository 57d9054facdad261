package pro.cryptotrader.simulator.matching;

/** Whether a symbol can be traded now. */
public enum SymbolStatus {
    TRADING,
    END_OF_DAY,
    HALT,
    BREAK,
    CANCEL_ONLY;

    boolean takesOrders() {
        return this == TRADING;
    }

    boolean takesCancels() {
        return this == TRADING || this == CANCEL_ONLY;
    }
}
