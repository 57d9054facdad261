package pro.cryptotrader.backtester.engine;

/** Why a position was left. */
public enum ExitReason {
    STOP_LOSS,
    TAKE_PROFIT,
    /** A SELL signal, or the strategy's own rule at a candle's close. */
    SIGNAL,
    TRAILING_STOP,
    TIME_STOP,
    LIQUIDATION,
    /** The order life cycle sold on its own account, such as a rest that could not be protected. */
    BAIL_OUT,
    /** Still open when the candles ended; valued at the last bid. */
    END_OF_DATA
}
