package pro.cryptotrader.system;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import pro.cryptotrader.runner.Component;
import pro.cryptotrader.runner.LocalPlatform;

/** The tables of one service, read with that service's role. */
final class Tables {
    private final LocalPlatform platform;
    private final Component service;

    Tables(LocalPlatform platform, Component service) {
        this.platform = platform;
        this.service = service;
    }

    /** The rows of a query as text, columns by name; what is null is empty. */
    List<Map<String, String>> rows(String sql, Object... arguments) {
        var password = platform.secrets().databasePassword(service);
        try (var connection =
                        DriverManager.getConnection(
                                platform.jdbcUrl(), service.schema(), password);
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            var found = statement.executeQuery();
            var columns = found.getMetaData();
            var rows = new ArrayList<Map<String, String>>();
            while (found.next()) {
                var row = new LinkedHashMap<String, String>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    row.put(
                            columns.getColumnLabel(i),
                            Objects.requireNonNullElse(found.getString(i), ""));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(service.label() + ": " + sql, e);
        }
    }

    long count(String sql, Object... arguments) {
        return Long.parseLong(rows(sql, arguments).getFirst().values().iterator().next());
    }
}
