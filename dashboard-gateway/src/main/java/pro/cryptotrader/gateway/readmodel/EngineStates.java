package pro.cryptotrader.gateway.readmodel;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** All engines as they are now. */
@ApplicationScoped
public class EngineStates implements PanacheRepositoryBase<EngineStateRow, String> {}
