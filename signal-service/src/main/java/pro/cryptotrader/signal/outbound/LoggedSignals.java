package pro.cryptotrader.signal.outbound;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import pro.cryptotrader.contracts.value.AccountId;

/** Finds rows of {@code ai_signals_log} that have been written. */
@ApplicationScoped
public class LoggedSignals implements PanacheRepository<LoggedSignal> {
    /** The account's row of a signal; empty for a signal that it did not trade. */
    public Optional<LoggedSignal> of(UUID signalId, AccountId account) {
        return find("signalId = ?1 and accountId = ?2", signalId, account.toString())
                .firstResultOptional();
    }
}
