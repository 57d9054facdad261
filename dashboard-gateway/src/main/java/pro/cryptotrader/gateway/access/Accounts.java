package pro.cryptotrader.gateway.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import pro.cryptotrader.contracts.value.AccountId;

/** Whose account is whose. */
@ApplicationScoped
public class Accounts implements PanacheRepositoryBase<AccountRow, String> {
    /** The owner of {@code account}; {@code unknown} for one that was not opened here. */
    public String ownerOf(AccountId account) {
        return findByIdOptional(account.toString()).map(row -> row.userId).orElse("unknown");
    }

    /** The accounts of a user. */
    public SortedSet<AccountId> of(String userId) {
        return find("userId", userId).stream()
                .map(row -> new AccountId(row.id))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
