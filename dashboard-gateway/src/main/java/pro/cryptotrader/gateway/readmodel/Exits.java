package pro.cryptotrader.gateway.readmodel;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Requests to get out. */
@ApplicationScoped
public class Exits implements PanacheRepositoryBase<ExitRow, UUID> {}
