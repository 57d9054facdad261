package pro.cryptotrader.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the outbox in order, each row until the broker has it. A crash between sending and
 * deleting sends a row again: readers drop it by its id. Of several instances of a service the one
 * that holds the advisory lock publishes; two at once would mix up the order.
 */
@ApplicationScoped
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int BATCH = 500;

    /** How long a row may wait when the wake-up was lost, and how soon a failure is tried again. */
    private static final long IDLE_MS = 250;

    /** How long the broker may take before this service is no longer ready. */
    private static final long PATIENCE_MS = 3_000;

    private static final long LOCK = 0x6f7574626f78L;

    private final DataSource dataSource;
    private final EventPublisher publisher;
    private final Semaphore wakeUps = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopping;
    private volatile boolean healthy;

    OutboxRelay(DataSource dataSource, EventPublisher publisher) {
        this.dataSource = dataSource;
        this.publisher = publisher;
        this.thread = Thread.ofPlatform().name("outbox-relay").daemon().unstarted(this::run);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        wake();
        thread.join(TimeUnit.SECONDS.toMillis(10));
    }

    void wake() {
        wakeUps.release();
    }

    /** Whether the latest pass reached both the database and the broker. */
    boolean isHealthy() {
        return healthy;
    }

    private void run() {
        while (!stopping) {
            try (var connection = dataSource.getConnection()) {
                publishWhileLeader(connection);
            } catch (SQLException | ExecutionException | RuntimeException e) {
                if (!stopping) {
                    healthy = false;
                    LOG.warnf("outbox not published, trying again: %s", e.getMessage());
                }
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void publishWhileLeader(Connection connection)
            throws SQLException, ExecutionException, InterruptedException {
        connection.setAutoCommit(true);
        if (!lock(connection)) {
            healthy = true;
            wakeUps.tryAcquire(1, TimeUnit.SECONDS);
            return;
        }
        try {
            while (!stopping) {
                int published = publishBatch(connection);
                healthy = true;
                if (published < BATCH) {
                    wakeUps.tryAcquire(IDLE_MS, TimeUnit.MILLISECONDS);
                    wakeUps.drainPermits();
                }
            }
            publishBatch(connection);
        } finally {
            unlock(connection);
        }
    }

    private int publishBatch(Connection connection)
            throws SQLException, ExecutionException, InterruptedException {
        var ids = new ArrayList<Long>();
        var sent = new ArrayList<Future<RecordMetadata>>();
        try (var select =
                connection.prepareStatement(
                        "select id, topic, key, payload from outbox order by id limit " + BATCH)) {
            var rows = select.executeQuery();
            while (rows.next()) {
                ids.add(rows.getLong(1));
                sent.add(
                        publisher.send(
                                new ProducerRecord<>(
                                        rows.getString(2), rows.getString(3), rows.getString(4))));
            }
        }
        @Nullable ExecutionException failure = null;
        var confirmed = new ArrayList<Long>();
        for (int i = 0; i < sent.size() && failure == null; i++) {
            try {
                if (!isConfirmed(sent.get(i))) {
                    break;
                }
                confirmed.add(ids.get(i));
            } catch (ExecutionException e) {
                failure = e;
            }
        }
        delete(connection, confirmed);
        if (failure != null) {
            throw failure;
        }
        return ids.size();
    }

    /**
     * Waits for the broker, however long it is away, and says meanwhile that nothing is published.
     * False when this service stops first: the row is sent again at the next start.
     */
    private boolean isConfirmed(Future<RecordMetadata> message)
            throws ExecutionException, InterruptedException {
        while (true) {
            try {
                message.get(PATIENCE_MS, TimeUnit.MILLISECONDS);
                return true;
            } catch (TimeoutException e) {
                healthy = false;
                if (stopping) {
                    return false;
                }
            }
        }
    }

    private static void delete(Connection connection, List<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (var delete = connection.prepareStatement("delete from outbox where id = any (?)")) {
            delete.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            delete.executeUpdate();
        }
    }

    /** The lock is the schema's: services do not compete with each other. */
    private static boolean lock(Connection connection) throws SQLException {
        try (var lock =
                connection.prepareStatement(
                        "select pg_try_advisory_lock(hashtextextended(current_schema(), "
                                + LOCK
                                + "))")) {
            var row = lock.executeQuery();
            return row.next() && row.getBoolean(1);
        }
    }

    private static void unlock(Connection connection) {
        try (var unlock = connection.prepareStatement("select pg_advisory_unlock_all()")) {
            unlock.execute();
        } catch (SQLException e) {
            LOG.debugf("lock not released, it goes with the connection: %s", e.getMessage());
        }
    }

    private void pause() {
        try {
            wakeUps.tryAcquire(IDLE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
