package pro.cryptotrader.position;

import java.math.BigDecimal;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.testing.Platform;
import pro.cryptotrader.testing.ServiceProcess;

/** Looks into the service's tables. */
final class Books {
    private Books() {}

    /** The rows of a query with one parameter, each as its columns joined by a blank. */
    static List<String> rows(String query, Object parameter) {
        try (var connection =
                        DriverManager.getConnection(
                                Platform.get().getJdbcUrl(), "position", ServiceProcess.PASSWORD);
                var select = connection.prepareStatement(query)) {
            select.setObject(1, parameter);
            var rows = select.executeQuery();
            int columns = rows.getMetaData().getColumnCount();
            var found = new ArrayList<String>();
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (int column = 1; column <= columns; column++) {
                    row.add(text(rows.getObject(column)));
                }
                found.add(String.join(" ", row));
            }
            return found;
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
    }

    private static String text(@Nullable Object value) {
        return value instanceof BigDecimal number
                ? number.stripTrailingZeros().toPlainString()
                : String.valueOf(value);
    }
}
