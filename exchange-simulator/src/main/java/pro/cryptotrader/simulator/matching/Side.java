package pro.cryptotrader.simulator.matching;

/** Which way an order trades. */
public enum Side {
    BUY,
    SELL;

    Side opposite() {
        return this == BUY ? SELL : BUY;
    }
}
