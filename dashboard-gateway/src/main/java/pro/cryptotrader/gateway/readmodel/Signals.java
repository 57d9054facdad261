package pro.cryptotrader.gateway.readmodel;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** All signals. */
@ApplicationScoped
public class Signals implements PanacheRepositoryBase<SignalRow, UUID> {}
