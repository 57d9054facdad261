package pro.cryptotrader.gateway.readmodel;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** All orders. */
@ApplicationScoped
public class Orders implements PanacheRepositoryBase<OrderRow, UUID> {}
