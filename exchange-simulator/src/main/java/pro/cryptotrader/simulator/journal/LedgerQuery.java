package pro.cryptotrader.simulator.journal;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What of the ledger is wanted.
 *
 * @param from the first fact's number; requests made before it are left out
 * @param since market time in milliseconds before which nothing is wanted
 * @param account null for all
 */
public record LedgerQuery(
        long from, long since, @Nullable String account, boolean facts, boolean requests) {

    boolean wantsFact(JsonNode fact) {
        return facts
                && fact.path("seq").asLong() >= from
                && fact.path("time").asLong() >= since
                && (account == null || concerns(fact, account));
    }

    boolean wantsRequest(JsonNode request) {
        return requests
                && request.path("after").asLong() >= from - 1
                && request.path("time").asLong() >= since
                && (account == null || request.path("account").asText().equals(account));
    }

    private static boolean concerns(JsonNode fact, String account) {
        for (var owner : new JsonNode[] {fact, fact.path("order"), fact.path("list")}) {
            if (owner.path("account").asText().equals(account)) {
                return true;
            }
        }
        for (var movement : fact.path("movements")) {
            if (movement.path("from").asText().equals(account)
                    || movement.path("to").asText().equals(account)) {
                return true;
            }
        }
        return false;
    }
}
