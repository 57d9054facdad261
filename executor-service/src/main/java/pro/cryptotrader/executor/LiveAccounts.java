package pro.cryptotrader.executor;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.AccountId;

/** The accounts of this process. */
@ApplicationScoped
public class LiveAccounts {
    private final Map<AccountId, LiveAccount> accounts = new ConcurrentHashMap<>();

    public @Nullable LiveAccount find(AccountId id) {
        return accounts.get(id);
    }

    /** The account; one of whose engine nothing is known when it is new. */
    LiveAccount get(AccountId id) {
        return accounts.computeIfAbsent(id, _ -> new LiveAccount(id, EngineView.UNKNOWN));
    }

    void put(LiveAccount account) {
        accounts.put(account.id(), account);
    }

    public Collection<LiveAccount> all() {
        return List.copyOf(accounts.values());
    }

    void close(@Observes ShutdownEvent event) {
        accounts.values().forEach(LiveAccount::close);
    }
}
