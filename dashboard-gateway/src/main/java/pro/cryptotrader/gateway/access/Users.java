package pro.cryptotrader.gateway.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The people who can sign in. */
@ApplicationScoped
public class Users implements PanacheRepositoryBase<UserRow, String> {
    Optional<UserRow> named(String name) {
        return find("name", name).firstResultOptional();
    }
}
