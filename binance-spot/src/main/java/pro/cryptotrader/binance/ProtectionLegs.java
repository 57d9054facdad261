package pro.cryptotrader.binance;

import java.util.Map;
import pro.cryptotrader.contracts.event.Protection;

/** The two legs of a protection as a request names them. */
final class ProtectionLegs {
    private ProtectionLegs() {}

    /** A stop-loss that follows has no price of its own: it begins to follow where it is placed. */
    static void put(
            Map<String, Object> parameters,
            String above,
            String below,
            SpotAccount.ListIds ids,
            Protection protection) {
        parameters.put(above + "Type", "LIMIT_MAKER");
        parameters.put(above + "ClientOrderId", ids.takeProfit());
        parameters.put(above + "Price", protection.takeProfit().toString());
        parameters.put(below + "Type", "STOP_LOSS");
        parameters.put(below + "ClientOrderId", ids.stopLoss());
        var bips = protection.trailingBips();
        if (bips == null) {
            parameters.put(below + "StopPrice", protection.stopLoss().toString());
        } else {
            parameters.put(below + "TrailingDelta", bips);
        }
    }
}
