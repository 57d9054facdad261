package pro.cryptotrader.executor.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import javax.sql.DataSource;
import pro.cryptotrader.messaging.DatabaseFailure;

/** The one row that says which process may act. */
@ApplicationScoped
public class FenceRow {
    private final DataSource dataSource;

    FenceRow(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Takes the next epoch; waits for transactions of the process before us to end, which the
     * database does within ten seconds when that process stands still. What it has locked for
     * longer than a transaction is taken from it.
     */
    @Transactional
    public long take(String holder, Instant now) {
        try (var connection = dataSource.getConnection();
                var free =
                        connection.prepareStatement(
                                "select pg_terminate_backend(l.pid) from pg_locks l"
                                        + " join pg_stat_activity a on a.pid = l.pid"
                                        + " where l.locktype = 'advisory' and a.usename = current_user"
                                        + " and a.datname = current_database() and l.pid <> pg_backend_pid()");
                var take =
                        connection.prepareStatement(
                                "insert into fence (epoch, holder, taken_at) values (1, ?, ?)"
                                        + " on conflict (one) do update set epoch = fence.epoch + 1,"
                                        + " holder = excluded.holder, taken_at = excluded.taken_at"
                                        + " returning epoch")) {
            free.execute();
            take.setString(1, holder);
            take.setTimestamp(2, Timestamp.from(now));
            var row = take.executeQuery();
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot take the fence", e);
        }
    }

    /** The epoch now, by a connection that belongs to no transaction. */
    public long epoch() {
        return epoch("select epoch from fence");
    }

    /** The epoch; nobody takes the next one before the caller's transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long epochUntilCommit() {
        return epoch("select epoch from fence for share");
    }

    private long epoch(String sql) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(sql)) {
            var row = select.executeQuery();
            return row.next() ? row.getLong(1) : 0;
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot read the fence", e);
        }
    }
}
