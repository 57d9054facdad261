package pro.cryptotrader.simulator.matching;

/** Binance's order lists. */
public enum ListKind {
    OCO,
    OTO,
    OTOCO,
    OPO,
    OPOCO;

    /** OPO and OPOCO sell what the working order bought. */
    public boolean sellsProceeds() {
        return this == OPO || this == OPOCO;
    }

    /** How REST and the user stream name it. */
    public String contingency() {
        return this == OCO ? "OCO" : "OTO";
    }
}
