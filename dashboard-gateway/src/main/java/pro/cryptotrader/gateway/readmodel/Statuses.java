package pro.cryptotrader.gateway.readmodel;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** All components. */
@ApplicationScoped
public class Statuses implements PanacheRepositoryBase<StatusRow, String> {}
