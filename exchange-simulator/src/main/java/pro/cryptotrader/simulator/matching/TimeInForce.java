package pro.cryptotrader.simulator.matching;

/** How long an order may rest: until canceled, not at all, or all at once or not at all. */
public enum TimeInForce {
    GTC,
    IOC,
    FOK
}
