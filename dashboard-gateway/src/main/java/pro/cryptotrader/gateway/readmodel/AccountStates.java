package pro.cryptotrader.gateway.readmodel;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** All accounts as they are now. */
@ApplicationScoped
public class AccountStates implements PanacheRepositoryBase<AccountStateRow, String> {}
