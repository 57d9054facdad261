package pro.cryptotrader.simulator.market;

/**
 * A trade of the market; amounts in 1e-8, time in milliseconds.
 *
 * @param id 0 if the venue has to number it
 * @param buyerMaker the aggressor was the seller
 */
public record MarketTrade(
        String symbol, long id, long time, long price, long quantity, boolean buyerMaker) {
    /** The same trade under a number. */
    public MarketTrade numbered(long number) {
        return new MarketTrade(symbol, number, time, price, quantity, buyerMaker);
    }

    /** The same trade at another price. */
    public MarketTrade at(long otherPrice) {
        return new MarketTrade(symbol, id, time, otherPrice, quantity, buyerMaker);
    }

    /** The same trade at another time. */
    public MarketTrade atTime(long otherTime) {
        return new MarketTrade(symbol, id, otherTime, price, quantity, buyerMaker);
    }
}
