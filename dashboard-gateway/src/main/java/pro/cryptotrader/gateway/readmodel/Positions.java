package pro.cryptotrader.gateway.readmodel;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** All positions, open and closed. */
@ApplicationScoped
public class Positions implements PanacheRepositoryBase<PositionRow, String> {
    /** Open ones first, then the latest closed ones. */
    public List<PositionRow> ofAccount(String account, int limit) {
        return find("accountId = ?1 order by status desc, openedAt desc", account)
                .page(Page.ofSize(limit))
                .list();
    }
}
