package pro.cryptotrader.simulator.matching;

/**
 * One execution; amounts in 1e-8.
 *
 * @param quote price x quantity
 * @param receives the asset that was bought, or got for what was sold
 * @param feeAsset the received asset, or the one that gives a discount
 * @param feeFromFree the fee was paid from the free balance, not withheld from what was received
 * @param counterOrderId the order on the other side, -1 if that was the market
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
        long counterOrderId) {}
