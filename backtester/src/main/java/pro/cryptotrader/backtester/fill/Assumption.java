package pro.cryptotrader.backtester.fill;

/**
 * What flatters a backtest. None holds unless somebody asks for it by name, and the result names
 * those that were asked for.
 */
public enum Assumption {
    /** Of a candle that reaches stop-loss and take-profit, the take-profit is believed. */
    TARGET_FIRST("target-first"),
    /** A resting limit order fills when the market touches its price, not only beyond it. */
    FILL_ON_TOUCH("fill-on-touch"),
    /** Any quantity finds its counterpart, whatever the candle's volume. */
    UNLIMITED_VOLUME("unlimited-volume"),
    /** Bid and ask are the last price. */
    NO_SPREAD("no-spread"),
    /** Nobody's order moves the price. */
    NO_SLIPPAGE("no-slippage");

    private final String name;

    Assumption(String name) {
        this.name = name;
    }

    /** As it is asked for on the command line. */
    public String optionName() {
        return name;
    }
}
