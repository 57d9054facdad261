package pro.cryptotrader.simulator.matching;

/** Binance's order types. */
public enum OrderType {
    LIMIT,
    MARKET,
    LIMIT_MAKER,
    STOP_LOSS,
    STOP_LOSS_LIMIT,
    TAKE_PROFIT,
    TAKE_PROFIT_LIMIT;

    /** Has a limit price. */
    public boolean priced() {
        return this == LIMIT
                || this == LIMIT_MAKER
                || this == STOP_LOSS_LIMIT
                || this == TAKE_PROFIT_LIMIT;
    }

    /** Sleeps until the last trade reaches its stop price. */
    public boolean conditional() {
        return stop() || takeProfit();
    }

    boolean stop() {
        return this == STOP_LOSS || this == STOP_LOSS_LIMIT;
    }

    boolean takeProfit() {
        return this == TAKE_PROFIT || this == TAKE_PROFIT_LIMIT;
    }

    /** Takes time in force from the client. */
    public boolean timed() {
        return this == LIMIT || this == STOP_LOSS_LIMIT || this == TAKE_PROFIT_LIMIT;
    }
}
