package pro.cryptotrader.simulator.market;

/**
 * What one taker's order took at one price: trades of the same moment, price and side that follow
 * upon each other. Amounts in 1e-8, time in milliseconds.
 *
 * @param first number of its first trade
 * @param last number of its last trade
 */
public record AggregateTrade(
        String symbol,
        long id,
        long first,
        long last,
        long time,
        long price,
        long quantity,
        boolean buyerMaker) {}
