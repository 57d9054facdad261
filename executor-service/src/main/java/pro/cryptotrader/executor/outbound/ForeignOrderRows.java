package pro.cryptotrader.executor.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import pro.cryptotrader.contracts.event.ForeignOrderSeen;
import pro.cryptotrader.contracts.event.ForeignOrderSeen.Origin;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.messaging.DatabaseFailure;

/** Orders that are none of ours; writes belong to the caller's transaction. */
@ApplicationScoped
public class ForeignOrderRows {
    private static final String OPEN = "('NEW', 'PARTIALLY_FILLED', 'PENDING_NEW')";

    /** What comes late changes nothing: less executed, or open again after its end. */
    private static final String SAVE =
            """
            insert into foreign_orders as known
              (account, venue_symbol, venue_order_id, client_order_id, origin, side, type, status,
               quantity, executed, changed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (account, venue_symbol, venue_order_id) do update
              set status = excluded.status, executed = excluded.executed, changed_at = excluded.changed_at
              where (excluded.status, excluded.executed) <> (known.status, known.executed)
                and excluded.executed >= known.executed
                and known.status in
            """
                    + OPEN;

    private final DataSource dataSource;

    ForeignOrderRows(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Keeps how it is now; false when that was known. */
    public boolean save(ForeignOrderSeen order) {
        try (var connection = dataSource.getConnection();
                var save = connection.prepareStatement(SAVE)) {
            save.setString(1, order.account().toString());
            save.setString(2, order.venueSymbol());
            save.setLong(3, Long.parseLong(order.venueOrderId()));
            save.setString(4, order.clientOrderId());
            save.setString(5, order.origin().name());
            save.setString(6, order.side().name());
            save.setString(7, order.type());
            save.setString(8, order.status());
            save.setBigDecimal(9, order.quantity().value());
            save.setBigDecimal(10, order.executed().value());
            save.setTimestamp(11, Timestamp.from(order.at()));
            return save.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot keep a foreign order", e);
        }
    }

    /** Those of the account that rest, by what was last seen. */
    public List<ForeignOrderSeen> openOf(AccountId account) {
        try (var connection = dataSource.getConnection();
                var select =
                        connection.prepareStatement(
                                "select venue_symbol, venue_order_id, client_order_id, origin, side, type,"
                                        + " status, quantity, executed, changed_at from foreign_orders"
                                        + " where account = ? and status in "
                                        + OPEN
                                        + " order by venue_symbol, venue_order_id")) {
            select.setString(1, account.toString());
            var result = select.executeQuery();
            var orders = new ArrayList<ForeignOrderSeen>();
            while (result.next()) {
                orders.add(order(account, result));
            }
            return orders;
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot read the foreign orders of " + account, e);
        }
    }

    private static ForeignOrderSeen order(AccountId account, ResultSet row) throws SQLException {
        return new ForeignOrderSeen(
                account,
                row.getString(1),
                Long.toString(row.getLong(2)),
                row.getString(3),
                Origin.valueOf(row.getString(4)),
                Side.valueOf(row.getString(5)),
                row.getString(6),
                row.getString(7),
                new Quantity(row.getBigDecimal(8)),
                new Quantity(row.getBigDecimal(9)),
                row.getTimestamp(10).toInstant());
    }
}
