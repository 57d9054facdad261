package pro.cryptotrader.gateway.readmodel;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What people were told. */
@ApplicationScoped
public class Notifications implements PanacheRepositoryBase<NotificationRow, UUID> {}
