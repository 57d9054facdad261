package pro.cryptotrader.gateway.config;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import pro.cryptotrader.contracts.value.AccountId;

/** Every configuration an account has had. */
@ApplicationScoped
public class ConfigHistory implements PanacheRepositoryBase<ConfigHistoryRow, String> {
    /** The latest ones, newest first. */
    public List<ConfigHistoryRow> of(AccountId account, int limit) {
        return find("accountId = ?1 order by version desc", account.toString())
                .page(Page.ofSize(limit))
                .list();
    }
}
