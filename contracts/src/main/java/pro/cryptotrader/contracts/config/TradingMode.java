package pro.cryptotrader.contracts.config;

/** How sure a signal must be before it is traded. */
public enum TradingMode {
    CONSERVATIVE(70),
    BALANCED(55),
    AGGRESSIVE(40);

    private final int minimumConfidence;

    TradingMode(int minimumConfidence) {
        this.minimumConfidence = minimumConfidence;
    }

    /** Signals below it are denied; 0 to 100. */
    public int minimumConfidence() {
        return minimumConfidence;
    }
}
