package pro.cryptotrader.gateway.backtest;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pro.cryptotrader.contracts.event.BacktestChanged.State;
import pro.cryptotrader.contracts.value.AccountId;

/** The backtests that were asked for here. */
@ApplicationScoped
public class Backtests implements PanacheRepositoryBase<BacktestRow, UUID> {
    private static final List<State> UNFINISHED = List.of(State.QUEUED, State.RUNNING);

    /** Locked: progress and a cancel may come at the same time. */
    public Optional<BacktestRow> forUpdate(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The newest of these accounts, newest first. */
    public List<BacktestRow> newest(Collection<AccountId> accounts, int most) {
        return find(
                        "accountId in ?1 order by seq desc",
                        accounts.stream().map(AccountId::toString).toList())
                .page(Page.ofSize(most))
                .list();
    }

    public long unfinished(AccountId account) {
        return count("accountId = ?1 and state in ?2", account.toString(), UNFINISHED);
    }

    /** Those that have ended, but for the newest {@code kept}. */
    public List<BacktestRow> outdated(AccountId account, int kept) {
        return find(
                        "accountId = ?1 and state not in ?2 order by seq desc",
                        account.toString(),
                        UNFINISHED)
                .range(kept, kept + 1_000)
                .list();
    }
}
