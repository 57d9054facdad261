package pro.cryptotrader.gateway.access;

import java.time.Instant;
import java.util.SortedSet;
import pro.cryptotrader.contracts.value.AccountId;

/**
 * Who is asking.
 *
 * @param session the hash of the session's token
 * @param csrfToken what every unsafe request must bring in {@code X-CSRF-Token}
 * @param address where the request comes from
 */
public record Caller(
        String userId,
        String name,
        Role role,
        SortedSet<AccountId> accounts,
        String session,
        String csrfToken,
        Instant sessionEnds,
        String address) {
    public boolean owns(AccountId account) {
        return accounts.contains(account);
    }
}
