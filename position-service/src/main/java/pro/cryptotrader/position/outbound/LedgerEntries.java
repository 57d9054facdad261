package pro.cryptotrader.position.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import pro.cryptotrader.contracts.event.FillEvent;
import pro.cryptotrader.core.position.Movement;
import pro.cryptotrader.messaging.DatabaseFailure;

/** Every balance movement, append only; belongs to the caller's transaction. */
@ApplicationScoped
public class LedgerEntries {
    private static final String APPEND =
            "insert into ledger_entries (event_id, line, account, asset, delta, kind, at)"
                    + " values (?, ?, ?, ?, ?, ?, ?)";

    private final DataSource dataSource;

    LedgerEntries(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Whether this event has been booked, however long ago. */
    public boolean contain(UUID eventId) {
        try (var connection = dataSource.getConnection();
                var select =
                        connection.prepareStatement(
                                "select 1 from ledger_entries where event_id = ? limit 1")) {
            select.setObject(1, eventId);
            return select.executeQuery().next();
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot look for event " + eventId, e);
        }
    }

    public void append(UUID eventId, FillEvent event) {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(APPEND)) {
            int line = 1;
            for (var movement : Movement.of(event)) {
                insert.setObject(1, eventId);
                insert.setInt(2, line++);
                insert.setString(3, event.account().toString());
                insert.setString(4, movement.asset().toString());
                insert.setBigDecimal(5, movement.delta());
                insert.setString(6, movement.kind().name());
                insert.setObject(7, event.at().atOffset(ZoneOffset.UTC));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot book event " + eventId, e);
        }
    }
}
