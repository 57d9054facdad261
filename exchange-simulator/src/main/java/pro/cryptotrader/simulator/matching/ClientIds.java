package pro.cryptotrader.simulator.matching;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which of an account's orders, or lists, bore a client id last. */
final class ClientIds {
    private final Map<String, Map<String, Long>> ids = new HashMap<>();

    void put(String account, String clientId, long id) {
        ids.computeIfAbsent(account, _ -> new HashMap<>()).put(clientId, id);
    }

    @Nullable Long get(String account, String clientId) {
        var own = ids.get(account);
        return own == null ? null : own.get(clientId);
    }

    void remove(String account, String clientId, long id) {
        var own = ids.get(account);
        if (own != null) {
            own.remove(clientId, id);
        }
    }
}
