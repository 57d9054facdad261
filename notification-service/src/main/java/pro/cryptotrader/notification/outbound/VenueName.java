package pro.cryptotrader.notification.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.messaging.DatabaseFailure;

/**
 * Where orders go, as the executor last said it; kept, so that the first notification after a
 * restart knows it too.
 */
@ApplicationScoped
public class VenueName {
    private static final String SIMULATOR = "SIMULATOR";
    private static final String KEEP =
            """
            insert into venue (name) values (?)
            on conflict (only_one) do update set name = excluded.name where venue.name <> excluded.name
            """;

    private final DataSource dataSource;
    private volatile @Nullable String known;

    VenueName(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Heard in every heartbeat of an executor, written when it is news. */
    public void heard(String name) {
        if (name.equals(known)) {
            return;
        }
        try (var connection = dataSource.getConnection();
                var upsert = connection.prepareStatement(KEEP)) {
            upsert.setString(1, name);
            upsert.executeUpdate();
            known = name;
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot keep the venue " + name, e);
        }
    }

    /**
     * The title with the venue before it, unless the money is simulated: LIVE is never left out.
     */
    public String on(String title) {
        var name = name();
        return name == null || name.equals(SIMULATOR) ? title : name + ": " + title;
    }

    private @Nullable String name() {
        var name = known;
        if (name != null) {
            return name;
        }
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("select name from venue")) {
            var row = select.executeQuery();
            return row.next() ? row.getString(1) : null;
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot read the venue", e);
        }
    }
}
