package pro.cryptotrader.gateway.readmodel;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The steps of all orders. */
@ApplicationScoped
public class OrderEvents implements PanacheRepositoryBase<OrderEventRow, UUID> {
    /** The steps of one order, oldest first. */
    public List<OrderEventRow> of(String account, UUID order) {
        return list("accountId = ?1 and orderId = ?2 order by seq", account, order);
    }
}
