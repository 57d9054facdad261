package pro.cryptotrader.backtest.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import pro.cryptotrader.backtest.Job;
import pro.cryptotrader.contracts.event.BacktestChanged.State;
import pro.cryptotrader.contracts.event.BacktestRequested;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.contracts.wire.EventJson;
import pro.cryptotrader.messaging.DatabaseFailure;

/** The jobs and who works at them. */
@ApplicationScoped
public class JobTable {
    private static final String INSERT =
            """
            insert into jobs (id, account_id, request, state, seen_at) values (?, ?, ?, 'QUEUED', ?)
            on conflict do nothing
            """;

    /** Two instances never take the same one: the other's row is locked and skipped. */
    private static final String TAKE =
            """
            update jobs set state = 'RUNNING', runner = ?, seen_at = ?, attempts = attempts + 1
            where id = (
              select id from jobs
              where state = 'QUEUED' or (state = 'RUNNING' and seen_at < ?)
              order by seq limit 1 for update skip locked)
            returning id, request, attempts
            """;

    private static final String TOUCH =
            """
            update jobs set seen_at = ?
            where id = ? and runner = ? and state = 'RUNNING' and not cancel_asked
            """;
    private static final String PUT_BACK =
            """
            update jobs set state = 'QUEUED', runner = '', attempts = attempts - 1
            where id = ? and runner = ? and state = 'RUNNING' and not cancel_asked
            """;
    private static final String CANCEL_WAITING =
            """
            update jobs set state = 'CANCELLED'
            where id = ? and account_id = ? and state = 'QUEUED' returning id, request, attempts
            """;
    private static final String ASK_TO_CANCEL =
            """
            update jobs set cancel_asked = true
            where id = ? and account_id = ? and state = 'RUNNING'
            """;
    private static final String FORGET =
            """
            delete from jobs
            where id = ? and account_id = ? and state in ('DONE', 'FAILED', 'CANCELLED')
            """;
    private static final String END =
            "update jobs set state = ? where id = ? and state in ('QUEUED', 'RUNNING')";
    private static final String REVISE =
            "update jobs set revision = revision + 1 where id = ? returning revision";
    private static final String CANCELLED = "select cancel_asked from jobs where id = ?";
    private static final String WANTED =
            "select 1 from jobs where id = ? and state = 'RUNNING' and not cancel_asked";

    private final DataSource dataSource;

    JobTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Something to do with a statement. */
    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private <T> T prepared(String sql, Work<T> work) {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return work.with(statement);
        } catch (SQLException e) {
            throw new DatabaseFailure("the table of jobs", e);
        }
    }

    public void insert(Envelope<Event> message, BacktestRequested request, Instant now) {
        prepared(
                INSERT,
                statement -> {
                    statement.setObject(1, message.id());
                    statement.setString(2, request.account().toString());
                    statement.setString(3, EventJson.write(message));
                    statement.setObject(4, utc(now));
                    return statement.executeUpdate();
                });
    }

    /**
     * Gives {@code runner} the oldest job that waits or whose runner was last seen too long ago.
     */
    public Optional<Job> take(String runner, Instant now, Instant deadBefore) {
        return prepared(
                TAKE,
                statement -> {
                    statement.setString(1, runner);
                    statement.setObject(2, utc(now));
                    statement.setObject(3, utc(deadBefore));
                    return job(statement);
                });
    }

    /** False when the job is somebody else's by now, has ended or is to be cancelled. */
    public boolean touch(UUID id, String runner, Instant now) {
        return prepared(
                TOUCH,
                statement -> {
                    statement.setObject(1, utc(now));
                    statement.setObject(2, id);
                    statement.setString(3, runner);
                    return statement.executeUpdate() > 0;
                });
    }

    /** Lets another runner take it; false when it is not {@code runner}'s to give. */
    public boolean putBack(UUID id, String runner) {
        return prepared(
                PUT_BACK,
                statement -> {
                    statement.setObject(1, id);
                    statement.setString(2, runner);
                    return statement.executeUpdate() > 0;
                });
    }

    /** The job, if it waited and is cancelled now; one that runs is asked to stop. */
    public Optional<Job> cancel(UUID id, AccountId account) {
        Optional<Job> waiting =
                prepared(
                        CANCEL_WAITING,
                        statement -> {
                            statement.setObject(1, id);
                            statement.setString(2, account.toString());
                            return job(statement);
                        });
        if (waiting.isEmpty()) {
            owned(ASK_TO_CANCEL, id, account);
        }
        return waiting;
    }

    /** Throws a job that has ended away, with its reports. */
    public void forget(UUID id, AccountId account) {
        owned(FORGET, id, account);
    }

    private void owned(String sql, UUID id, AccountId account) {
        prepared(
                sql,
                statement -> {
                    statement.setObject(1, id);
                    statement.setString(2, account.toString());
                    return statement.executeUpdate();
                });
    }

    /** False when it has ended before. */
    public boolean end(UUID id, State state) {
        return prepared(
                END,
                statement -> {
                    statement.setString(1, state.name());
                    statement.setObject(2, id);
                    return statement.executeUpdate() > 0;
                });
    }

    public long nextRevision(UUID id) {
        return prepared(
                REVISE,
                statement -> {
                    statement.setObject(1, id);
                    try (var rows = statement.executeQuery()) {
                        return rows.next() ? rows.getLong(1) : 0;
                    }
                });
    }

    /** Whether somebody asked to cancel it. */
    public boolean isCancelAsked(UUID id) {
        return prepared(
                CANCELLED,
                statement -> {
                    statement.setObject(1, id);
                    try (var rows = statement.executeQuery()) {
                        return rows.next() && rows.getBoolean(1);
                    }
                });
    }

    /** Whether the study of this job still wants trials. */
    public boolean isWanted(UUID id) {
        return prepared(
                WANTED,
                statement -> {
                    statement.setObject(1, id);
                    try (var rows = statement.executeQuery()) {
                        return rows.next();
                    }
                });
    }

    private static Optional<Job> job(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                return Optional.empty();
            }
            var id = rows.getObject(1, UUID.class);
            if (EventJson.read(rows.getString(2)).data() instanceof BacktestRequested request) {
                return Optional.of(new Job(id, request, rows.getInt(3)));
            }
            throw new IllegalStateException("job %s is no request for a backtest".formatted(id));
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
