package pro.cryptotrader.gateway.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The sign-ins that have not ended. */
@ApplicationScoped
public class Sessions implements PanacheRepositoryBase<SessionRow, String> {}
