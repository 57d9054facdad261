package pro.cryptotrader.simulator.matching;

/**
 * One execution; amounts in 1e-8.
 *
 * @param quote price x quantity
 * @param receives the asset that was bought, or got for what was sold
 * @param feeAsset the received asset, or the one that gives a discount
 * @param feeFromFree the fee was paid from the free balance, not withheld from what was received
 * @param tradeId -1 if it is an allocation
 * @param counterOrderId the order on the other side, -1 if that was the market
 * @param allocationId -1 if it is a trade
 */
public record Fill(
        long tradeId,
        long price,
        long quantity,
        long quote,
        String receives,
        long fee,
        String feeAsset,
        boolean feeFromFree,
        boolean maker,
        long counterOrderId,
        long allocationId) {
    /** Whether it came by smart order routing, not by a trade. */
    public boolean allocated() {
        return allocationId >= 0;
    }
}
