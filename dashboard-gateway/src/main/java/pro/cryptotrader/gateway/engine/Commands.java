package pro.cryptotrader.gateway.engine;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pro.cryptotrader.contracts.value.AccountId;

/** The commands that were given here. */
@ApplicationScoped
public class Commands implements PanacheRepositoryBase<CommandRow, UUID> {
    /** The latest commands of an account, newest first. */
    public List<CommandRow> latest(AccountId account, int count) {
        return find("accountId = ?1 order by issuedAt desc", account.toString())
                .page(Page.ofSize(count))
                .list();
    }

    /** Locked: the executor's answer and the engine's state may come at the same time. */
    public Optional<CommandRow> forUpdate(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Those that the engine has taken in and that wait for the executor, locked. */
    public List<CommandRow> unconfirmed(AccountId account, long upToEpoch) {
        return find(
                        "accountId = ?1 and status = ?2 and epoch <= ?3",
                        account.toString(),
                        CommandRow.Status.APPLIED,
                        upToEpoch)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
