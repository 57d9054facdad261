package pro.cryptotrader.notification;

import java.sql.DriverManager;
import java.sql.SQLException;
import pro.cryptotrader.testing.Platform;
import pro.cryptotrader.testing.ServiceProcess;

/** Looks into the service's tables. */
final class Tables {
    private Tables() {}

    /** Whether the account's configuration has arrived. */
    static boolean knows(String account) {
        try (var connection =
                        DriverManager.getConnection(
                                Platform.get().getJdbcUrl(),
                                "notification",
                                ServiceProcess.PASSWORD);
                var select =
                        connection.prepareStatement(
                                "select 1 from account_config where account = ?")) {
            select.setString(1, account);
            return select.executeQuery().next();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
