package pro.cryptotrader.gateway.readmodel;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** All executions. */
@ApplicationScoped
public class Fills implements PanacheRepositoryBase<FillRow, UUID> {
    /** The fill, if it is this account's. */
    public Optional<FillRow> of(String account, UUID id) {
        return find("accountId = ?1 and id = ?2", account, id).firstResultOptional();
    }

    /** The latest buy that led to what this fill sold. */
    public Optional<FillRow> entryBefore(FillRow exit) {
        return find(
                        "accountId = ?1 and symbol = ?2 and role = 'ENTRY' and at <= ?3"
                                + " order by at desc, seq desc",
                        exit.accountId,
                        exit.symbol,
                        exit.at)
                .firstResultOptional();
    }
}
