package pro.cryptotrader.simulator.matching;

/** A fill with its order, as {@code myTrades} reports it. */
public record Trade(Order order, Fill fill, long time) {}
