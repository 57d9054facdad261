package pro.cryptotrader.simulator.matching;

/** What an account has of an asset, 1e-8. */
public record Holding(String asset, long free, long locked) {}
