package pro.cryptotrader.position.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.core.position.Position;
import pro.cryptotrader.messaging.DatabaseFailure;

/** Every position there ever was; belongs to the caller's transaction. */
@ApplicationScoped
public class PositionHistory {
    private static final String SAVE =
            """
            insert into position_history (account, symbol, position_id, status, quantity, cost, received, invested,
              realised, fees, dust, opened_at, closed_at, closed_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (account, symbol, position_id) do update set status = excluded.status,
              quantity = excluded.quantity, cost = excluded.cost, received = excluded.received,
              invested = excluded.invested, realised = excluded.realised, fees = excluded.fees,
              dust = excluded.dust, closed_at = excluded.closed_at, closed_by = excluded.closed_by
            """;

    private final DataSource dataSource;

    PositionHistory(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public void save(AccountId account, Symbol symbol, Position position) {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(SAVE)) {
            insert.setString(1, account.toString());
            insert.setString(2, symbol.toString());
            insert.setLong(3, position.id());
            insert.setString(4, position.status().name());
            insert.setBigDecimal(5, position.quantity());
            insert.setBigDecimal(6, position.cost());
            insert.setBigDecimal(7, position.received());
            insert.setBigDecimal(8, position.invested());
            insert.setBigDecimal(9, position.realised());
            insert.setBigDecimal(10, position.fees());
            insert.setBoolean(11, position.dust());
            insert.setObject(12, utc(position.openedAt()));
            insert.setObject(13, utc(position.closedAt()));
            insert.setString(14, position.closedBy() == null ? null : position.closedBy().name());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(
                    "cannot keep position %d of %s in %s".formatted(position.id(), account, symbol),
                    e);
        }
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** What each closed position earned or lost. */
    public List<Money> results(AccountId account) {
        try (var connection = dataSource.getConnection();
                var select =
                        connection.prepareStatement(
                                "select realised from position_history where account = ? and status = 'CLOSED'")) {
            select.setString(1, account.toString());
            var rows = select.executeQuery();
            var results = new ArrayList<Money>();
            while (rows.next()) {
                results.add(new Money(rows.getBigDecimal(1)));
            }
            return results;
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot read the results of " + account, e);
        }
    }
}
