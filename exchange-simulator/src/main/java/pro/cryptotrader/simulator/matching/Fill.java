package pro.cryptotrader.simulator.matching;

/**
 * One execution; amounts in 1e-8.
 *
 * @param quote price x quantity
 * @param fee withheld from the received asset
 */
public record Fill(
        long tradeId,
        long price,
        long quantity,
        long quote,
        long fee,
        String feeAsset,
        boolean maker) {}
