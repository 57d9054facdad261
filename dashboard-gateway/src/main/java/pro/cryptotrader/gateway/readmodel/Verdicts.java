package pro.cryptotrader.gateway.readmodel;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Risk's answers. */
@ApplicationScoped
public class Verdicts implements PanacheRepositoryBase<VerdictRow, UUID> {}
