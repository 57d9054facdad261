package pro.cryptotrader.contracts.config;

/** The files in which an owner can bring and take a configuration. */
public enum ConfigFile {
    /** Engine, most limits, symbols and the simple view of notifications. */
    AUTO_TRADING("auto_trading_config.json"),
    /** Trading mode and every limit. */
    RISK("risk_config.json"),
    /** Which notification goes where, and the addresses. */
    NOTIFICATION("notification_config.json");

    private final String fileName;

    ConfigFile(String fileName) {
        this.fileName = fileName;
    }

    public String fileName() {
        return fileName;
    }
}
