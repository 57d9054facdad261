package pro.cryptotrader.backtest.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import pro.cryptotrader.messaging.DatabaseFailure;

/** The reports of jobs that are done. */
@ApplicationScoped
public class ReportTable {
    /** In bytes; a report that is larger is left out. */
    public static final int LARGEST = 16 << 20;

    private static final String PUT =
            """
            insert into reports (job_id, name, content) values (?, ?, ?)
            on conflict (job_id, name) do update set content = excluded.content
            """;
    private static final String FIND = "select content from reports where job_id = ? and name = ?";

    private final DataSource dataSource;

    ReportTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public void put(UUID job, String name, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LARGEST) {
            return;
        }
        try (var connection = dataSource.getConnection();
                var put = connection.prepareStatement(PUT)) {
            put.setObject(1, job);
            put.setString(2, name);
            put.setBytes(3, bytes);
            put.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot keep a report of " + job, e);
        }
    }

    public Optional<byte[]> find(UUID job, String name) {
        try (var connection = dataSource.getConnection();
                var find = connection.prepareStatement(FIND)) {
            find.setObject(1, job);
            find.setString(2, name);
            try (var rows = find.executeQuery()) {
                return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot find a report of " + job, e);
        }
    }
}
