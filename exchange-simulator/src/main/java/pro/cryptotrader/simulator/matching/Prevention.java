package pro.cryptotrader.simulator.matching;

/**
 * A trade that self-trade prevention did not let happen; amounts in 1e-8.
 *
 * @param matchId number of the prevented match on its symbol, from 0
 * @param tradeGroup the account's, -1 if it has none
 * @param takerQuantity what the taker lost of its quantity, 0 if nothing
 * @param symbol the taker's
 * @param makerQuantity what the maker lost of its quantity, 0 if nothing
 * @param quantity what would have been traded
 */
public record Prevention(
        String symbol,
        long matchId,
        long takerOrderId,
        long makerOrderId,
        long tradeGroup,
        StpMode mode,
        long price,
        long quantity,
        long takerQuantity,
        long makerQuantity,
        long time,
        String makerSymbol) {

    /** What the order lost of its quantity. */
    public long lostBy(long orderId) {
        return orderId == takerOrderId ? takerQuantity : makerQuantity;
    }

    /** The other order's symbol. */
    public String counterSymbol(long orderId) {
        return orderId == takerOrderId ? makerSymbol : symbol;
    }

    /** The other order. */
    public long counter(long orderId) {
        return orderId == takerOrderId ? makerOrderId : takerOrderId;
    }
}
