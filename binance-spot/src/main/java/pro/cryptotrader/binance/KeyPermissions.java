package pro.cryptotrader.binance;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What an API key may do, as {@code /sapi/v1/account/apiRestrictions} says; what is not said counts
 * as allowed.
 */
public record KeyPermissions(boolean withdrawals, boolean spotTrading, boolean ipRestricted) {
    static KeyPermissions of(JsonNode json) {
        return new KeyPermissions(
                json.path("enableWithdrawals").asBoolean(true)
                        || json.path("enableInternalTransfer").asBoolean(false)
                        || json.path("permitsUniversalTransfer").asBoolean(false),
                json.path("enableSpotAndMarginTrading").asBoolean(false),
                json.path("ipRestrict").asBoolean(false));
    }
}
