package pro.cryptotrader.backtester.statistics;

/**
 * A figure and where it may truly lie.
 *
 * @param level such as 0.95
 * @param low NaN when it could not be computed, as {@code high}
 */
public record ConfidenceInterval(double level, double estimate, double low, double high) {}
