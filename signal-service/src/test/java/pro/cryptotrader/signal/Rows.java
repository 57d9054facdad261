package pro.cryptotrader.signal;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.Symbol;

/** What is in the service's tables. */
@ApplicationScoped
class Rows {
    private final DataSource dataSource;

    Rows(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A row of {@code ai_signals_log}. */
    record Logged(
            UUID signalId,
            @Nullable String userId,
            @Nullable String accountId,
            String type,
            int confidence,
            BigDecimal entry,
            @Nullable BigDecimal stopLoss,
            boolean executed,
            @Nullable BigDecimal executionPrice,
            Instant createdAt,
            @Nullable Instant executedAt,
            String reasons) {}

    List<Logged> logged(Symbol symbol) {
        try (var connection = dataSource.getConnection();
                var select =
                        connection.prepareStatement(
                                """
                                select signal_id, user_id, account_id, signal_type, confidence_score,
                                       entry_price, stop_loss, executed, execution_price,
                                       created_at, executed_at, reasons
                                from ai_signals_log where symbol = ?
                                order by created_at, account_id
                                """)) {
            select.setString(1, symbol.toString());
            var rows = select.executeQuery();
            var logged = new ArrayList<Logged>();
            while (rows.next()) {
                var executedAt = rows.getObject(11, OffsetDateTime.class);
                logged.add(
                        new Logged(
                                rows.getObject(1, UUID.class),
                                rows.getString(2),
                                rows.getString(3),
                                rows.getString(4),
                                rows.getInt(5),
                                rows.getBigDecimal(6),
                                rows.getBigDecimal(7),
                                rows.getBoolean(8),
                                rows.getBigDecimal(9),
                                rows.getObject(10, OffsetDateTime.class).toInstant(),
                                executedAt == null ? null : executedAt.toInstant(),
                                rows.getString(12)));
            }
            return logged;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    int candles(Symbol symbol) {
        return count("select count(*) from candle_history where symbol = ?", symbol.toString());
    }

    int subscriptions(String account) {
        return count("select count(*) from subscriptions where account_id = ?", account);
    }

    @Nullable Instant newestCandle(Symbol symbol) {
        try (var connection = dataSource.getConnection();
                var select =
                        connection.prepareStatement(
                                "select max(open_time) from candle_history where symbol = ?")) {
            select.setString(1, symbol.toString());
            var rows = select.executeQuery();
            rows.next();
            var time = rows.getObject(1, OffsetDateTime.class);
            return time == null ? null : time.toInstant();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** A row as the service would write it. */
    void log(String symbol, String type, Instant createdAt) {
        execute(
                """
                insert into ai_signals_log (signal_id, symbol, interval, strategy, signal_type,
                                            confidence_score, entry_price, reasons, created_at)
                values (gen_random_uuid(), '%s', '5m', 'rule-ensemble', '%s', 50, 1, '[]', '%s')
                """
                        .formatted(symbol, type, createdAt));
    }

    private int count(String sql, String argument) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setString(1, argument);
            var rows = select.executeQuery();
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    void execute(String sql) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
