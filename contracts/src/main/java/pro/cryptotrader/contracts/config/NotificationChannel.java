package pro.cryptotrader.contracts.config;

/** Where a person can be told something. */
public enum NotificationChannel {
    DASHBOARD,
    EMAIL,
    DISCORD,
    TELEGRAM
}
