package pro.cryptotrader.gateway.readmodel;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import pro.cryptotrader.contracts.value.AccountId;

/** All accounts minute by minute. */
@ApplicationScoped
public class Performances implements PanacheRepositoryBase<PerformanceRow, Long> {
    Optional<PerformanceRow> of(AccountId account, Instant minute) {
        return find("accountId = ?1 and at = ?2", account.toString(), minute).firstResultOptional();
    }
}
