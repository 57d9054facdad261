package pro.cryptotrader.contracts.value;

/** The side of an order or fill. */
public enum Side {
    BUY,
    SELL;

    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }
}
