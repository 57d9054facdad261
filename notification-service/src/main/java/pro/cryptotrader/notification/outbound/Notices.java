package pro.cryptotrader.notification.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import pro.cryptotrader.contracts.config.NotificationType;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.messaging.DatabaseFailure;

/** What people are told; belongs to the caller's transaction. */
@ApplicationScoped
public class Notices {
    private static final String ADD =
            """
            insert into notifications (id, account, type, title, body, at, cause, correlation)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """;

    private final DataSource dataSource;

    Notices(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Keeps the notice; false when it is known. */
    public boolean add(Notice notice) {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(ADD)) {
            insert.setObject(1, notice.id());
            insert.setString(2, notice.account().toString());
            insert.setString(3, notice.type().name());
            insert.setString(4, notice.title());
            insert.setString(5, notice.text());
            insert.setObject(6, notice.at().atOffset(ZoneOffset.UTC));
            insert.setObject(7, notice.cause());
            insert.setObject(8, notice.correlation());
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot keep notification " + notice.id(), e);
        }
    }

    public Notice get(UUID id) {
        try (var connection = dataSource.getConnection();
                var select =
                        connection.prepareStatement(
                                "select account, type, title, body, at, cause, correlation"
                                        + " from notifications where id = ?")) {
            select.setObject(1, id);
            var row = select.executeQuery();
            if (!row.next()) {
                throw new IllegalStateException("there is no notification " + id);
            }
            return new Notice(
                    id,
                    new AccountId(row.getString(1)),
                    NotificationType.valueOf(row.getString(2)),
                    row.getString(3),
                    row.getString(4),
                    row.getObject(5, OffsetDateTime.class).toInstant(),
                    row.getObject(6, UUID.class),
                    row.getObject(7, UUID.class));
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot read notification " + id, e);
        }
    }
}
