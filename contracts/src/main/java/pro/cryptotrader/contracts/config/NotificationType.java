package pro.cryptotrader.contracts.config;

/** What a person can be told. */
public enum NotificationType {
    TRADE_EXECUTED,
    PROFIT_TARGET_REACHED,
    STOP_LOSS_EXECUTED,
    DAILY_LOSS_WARNING,
    SYSTEM_ERROR,
    EMERGENCY_STOP
}
