package pro.cryptotrader.binance;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import pro.cryptotrader.contracts.value.Asset;

/**
 * What {@code account} says.
 *
 * @param balances what is owned, free and locked, by asset; zeros left out
 * @param takerCommission the highest rate that a purchase may cost, such as 0.001
 * @param uid the venue's number of the account; empty when it does not tell it
 */
public record AccountSnapshot(
        SortedMap<Asset, Balance> balances,
        BigDecimal takerCommission,
        boolean canTrade,
        String uid) {
    public AccountSnapshot {
        balances = Collections.unmodifiableSortedMap(new TreeMap<>(balances));
    }

    /** One asset. */
    public record Balance(BigDecimal free, BigDecimal locked) {
        public BigDecimal total() {
            return free.add(locked);
        }
    }

    /** How much of {@code asset} there is, free and locked. */
    public BigDecimal total(Asset asset) {
        var balance = balances.get(asset);
        return balance == null ? BigDecimal.ZERO : balance.total();
    }

    static AccountSnapshot of(JsonNode json) {
        var balances = new TreeMap<Asset, Balance>();
        for (var entry : Json.required(json, "balances")) {
            var balance = new Balance(Json.decimal(entry, "free"), Json.decimal(entry, "locked"));
            if (balance.total().signum() != 0) {
                balances.put(new Asset(Json.required(entry, "asset").asText()), balance);
            }
        }
        return new AccountSnapshot(
                balances,
                takerCommission(json),
                json.path("canTrade").asBoolean(true),
                json.path("uid").asText(""));
    }

    private static BigDecimal takerCommission(JsonNode json) {
        var rates = json.path("commissionRates");
        if (rates.hasNonNull("taker")) {
            return Json.decimal(rates, "taker")
                    .add(
                            rates.hasNonNull("buyer")
                                    ? Json.decimal(rates, "buyer")
                                    : BigDecimal.ZERO);
        }
        // The older field counts in hundredths of a per cent.
        return new BigDecimal(json.path("takerCommission").asText("10")).movePointLeft(4);
    }
}
