package pro.cryptotrader.notification.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.config.NotificationChannel;
import pro.cryptotrader.contracts.event.NotificationChanged.Delivery;
import pro.cryptotrader.contracts.event.NotificationChanged.Status;
import pro.cryptotrader.messaging.DatabaseFailure;

/** The queue of each channel; belongs to the caller's transaction. */
@ApplicationScoped
public class Deliveries {
    private static final String ADD =
            """
            insert into deliveries (notification, channel, account, status, attempts, urgent)
            values (?, ?, ?, ?, ?, ?)
            """;

    /**
     * Taken for a minute: longer than any attempt lasts, so that nobody else tries meanwhile, and a
     * crash in between only delays it.
     */
    private static final String CLAIM =
            """
            update deliveries set attempts = attempts + 1, next_attempt_at = now() + interval '60 seconds'
            where (notification, channel) = (
              select notification, channel from deliveries
              where channel = ? and status = 'PENDING' and next_attempt_at <= now()
              order by urgent desc, created_at, notification limit 1 for update skip locked)
            returning notification, attempts, extract(epoch from now() - created_at)
            """;

    /**
     * What is told after an attempt is how all channels stand: two that end at once must see each
     * other, or the last word would still call one of them pending.
     */
    private static final String ONE_AT_A_TIME =
            "select pg_advisory_xact_lock(hashtextextended(?::text, 0))";

    private static final String SETTLE =
            """
            update deliveries set status = ?, attempts = ?, detail = ?,
              next_attempt_at = now() + make_interval(secs => ?)
            where notification = ? and channel = ?
            """;
    private static final String HOLD_BACK =
            """
            update deliveries set next_attempt_at = greatest(next_attempt_at, now() + make_interval(secs => ?))
            where account = ? and channel = ? and status = 'PENDING'
            """;

    private final DataSource dataSource;

    Deliveries(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * One delivery taken out of its queue to be tried.
     *
     * @param attempt counts from 1
     * @param age since it was due first
     */
    public record Claim(
            UUID notification, NotificationChannel channel, int attempt, Duration age) {}

    public void add(Notice notice, List<Delivery> deliveries, boolean urgent) {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(ADD)) {
            for (var delivery : deliveries) {
                insert.setObject(1, notice.id());
                insert.setString(2, delivery.channel().name());
                insert.setString(3, notice.account().toString());
                insert.setString(4, delivery.status().name());
                insert.setInt(5, delivery.attempts());
                insert.setBoolean(6, urgent);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot keep the deliveries of " + notice.id(), e);
        }
    }

    /** The next delivery that is due on the channel; null when there is none. */
    public @Nullable Claim claim(NotificationChannel channel) {
        try (var connection = dataSource.getConnection();
                var update = connection.prepareStatement(CLAIM)) {
            update.setString(1, channel.name());
            var row = update.executeQuery();
            return row.next()
                    ? new Claim(
                            row.getObject(1, UUID.class),
                            channel,
                            row.getInt(2),
                            Duration.ofMillis((long) (row.getDouble(3) * 1000)))
                    : null;
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot look for deliveries by " + channel, e);
        }
    }

    /** Notes how an attempt ended, and when the next one is due. */
    public void settle(UUID notification, Delivery delivery, Duration pause) {
        try (var connection = dataSource.getConnection();
                var lock = connection.prepareStatement(ONE_AT_A_TIME);
                var update = connection.prepareStatement(SETTLE)) {
            lock.setObject(1, notification);
            lock.execute();
            update.setString(1, delivery.status().name());
            update.setInt(2, delivery.attempts());
            update.setString(3, delivery.detail());
            update.setDouble(4, pause.toMillis() / 1000.0);
            update.setObject(5, notification);
            update.setString(6, delivery.channel().name());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot note the delivery of " + notification, e);
        }
    }

    /** Leaves the account's channel alone for {@code pause}. */
    public void holdBack(Notice notice, NotificationChannel channel, Duration pause) {
        try (var connection = dataSource.getConnection();
                var update = connection.prepareStatement(HOLD_BACK)) {
            update.setDouble(1, pause.toMillis() / 1000.0);
            update.setString(2, notice.account().toString());
            update.setString(3, channel.name());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot hold back " + channel, e);
        }
    }

    public List<Delivery> of(UUID notification) {
        try (var connection = dataSource.getConnection();
                var select =
                        connection.prepareStatement(
                                "select channel, status, attempts, detail from deliveries"
                                        + " where notification = ?")) {
            select.setObject(1, notification);
            var rows = select.executeQuery();
            var found = new ArrayList<Delivery>();
            while (rows.next()) {
                found.add(
                        new Delivery(
                                NotificationChannel.valueOf(rows.getString(1)),
                                Status.valueOf(rows.getString(2)),
                                rows.getInt(3),
                                rows.getString(4)));
            }
            found.sort(Comparator.comparing(Delivery::channel));
            return found;
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot read the deliveries of " + notification, e);
        }
    }
}
