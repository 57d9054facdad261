package pro.cryptotrader.messaging;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Remembers which events this service has acted on. */
@ApplicationScoped
public class Inbox {
    /** Longer than any topic can be behind: a redelivery after it would be acted on twice. */
    static final int REMEMBERED_DAYS = 8;

    private final DataSource dataSource;

    Inbox(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Whether {@code eventId} is new. Belongs to the caller's transaction: rolled back, it is new
     * again.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean accept(UUID eventId) {
        try (var connection = dataSource.getConnection();
                var insert =
                        connection.prepareStatement(
                                "insert into inbox (event_id) values (?) on conflict do nothing")) {
            insert.setObject(1, eventId);
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot note event " + eventId, e);
        }
    }

    @Scheduled(every = "1h", delayed = "10m")
    @Transactional
    void forgetOld() {
        try (var connection = dataSource.getConnection();
                var delete =
                        connection.prepareStatement(
                                "delete from inbox where received_at < now() - make_interval(days => ?)")) {
            delete.setInt(1, REMEMBERED_DAYS);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot forget old events", e);
        }
    }
}
