package pro.cryptotrader.binance;

/** What goes first when the venue's limits come near; a later one goes on longer. */
public enum Urgency {
    /** Looks only. */
    QUESTION(3_000),
    /** Opens something: may be missed. */
    ENTRY(4_000),
    /** Finds out what became of an order, before which nothing may be done. */
    RESOLUTION(5_000),
    /** Protects, cancels or sells: goes as long as the venue takes anything. */
    EXIT(6_000);

    /** The weight per minute, of the documented 6,000, up to which it may be used. */
    final int weightLimit;

    Urgency(int weightLimit) {
        this.weightLimit = weightLimit;
    }
}
