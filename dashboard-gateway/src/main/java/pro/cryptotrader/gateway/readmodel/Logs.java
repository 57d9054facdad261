package pro.cryptotrader.gateway.readmodel;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The trading logs of all users. */
@ApplicationScoped
public class Logs implements PanacheRepositoryBase<LogRow, Long> {}
