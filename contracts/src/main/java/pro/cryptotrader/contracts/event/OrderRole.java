package pro.cryptotrader.contracts.event;

/** What an order is for. */
public enum OrderRole {
    ENTRY,
    STOP_LOSS,
    TAKE_PROFIT,
    EXIT,
    /** Not ours: placed by hand or by another program at the venue. Shown, never touched. */
    FOREIGN
}
