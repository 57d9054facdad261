package pro.cryptotrader.executor;

import java.sql.DriverManager;
import java.sql.SQLException;
import pro.cryptotrader.testing.Platform;
import pro.cryptotrader.testing.ServiceProcess;

/** The executor's own tables, for tests that reach behind its back. */
public final class ExecutorTables {
    private ExecutorTables() {}

    public static void run(String statement) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                Platform.get().getJdbcUrl(), "executor", ServiceProcess.PASSWORD);
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    /** The next test has a venue of its own: nobody may look for this one's accounts there. */
    public static void forget() throws SQLException {
        run("truncate accounts, trades, orders, foreign_trades, funds, outbox");
    }
}
