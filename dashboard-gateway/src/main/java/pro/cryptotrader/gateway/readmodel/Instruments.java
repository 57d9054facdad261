package pro.cryptotrader.gateway.readmodel;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** All symbols the venue lists. */
@ApplicationScoped
public class Instruments implements PanacheRepositoryBase<InstrumentRow, String> {}
