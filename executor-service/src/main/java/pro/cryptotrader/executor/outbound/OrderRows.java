package pro.cryptotrader.executor.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.core.execution.OrderState;
import pro.cryptotrader.core.execution.Trade;
import pro.cryptotrader.messaging.DatabaseFailure;

/**
 * Every order of ours, and which trades were somebody else's; writes belong to the caller's
 * transaction.
 */
@ApplicationScoped
public class OrderRows {
    private static final String SAVE =
            """
            insert into orders
              (order_id, account, symbol, role, side, permit, quantity, status, venue_order_id, executed)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (order_id) do update set status = excluded.status,
              venue_order_id = excluded.venue_order_id, executed = excluded.executed, changed_at = now()
            """;

    private final DataSource dataSource;

    OrderRows(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public void save(Trade trade, Collection<OrderState> changed) {
        if (changed.isEmpty()) {
            return;
        }
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(SAVE)) {
            for (var order : changed) {
                insert.setObject(1, order.id().value());
                insert.setString(2, trade.account().toString());
                insert.setString(3, trade.symbol().toString());
                insert.setString(4, order.intent().role().name());
                insert.setString(5, order.intent().side().name());
                insert.setObject(6, order.intent().permit().id());
                insert.setBigDecimal(7, order.intent().quantity().value());
                insert.setString(8, order.status().name());
                insert.setString(9, order.venueOrderId());
                insert.setBigDecimal(10, order.executed().value());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot keep orders in " + trade.symbol(), e);
        }
    }

    /** Whether we have ever intended this order. */
    public boolean isOurs(OrderId id) {
        try (var connection = dataSource.getConnection();
                var select =
                        connection.prepareStatement("select 1 from orders where order_id = ?")) {
            select.setObject(1, id.value());
            return select.executeQuery().next();
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot look for order " + id, e);
        }
    }

    /** Our order that the venue knows by this number. */
    public Optional<OrderId> find(AccountId account, Symbol symbol, long venueOrderId) {
        try (var connection = dataSource.getConnection();
                var select =
                        connection.prepareStatement(
                                "select order_id from orders where account = ? and symbol = ? and venue_order_id = ?")) {
            select.setString(1, account.toString());
            select.setString(2, symbol.toString());
            select.setString(3, Long.toString(venueOrderId));
            var row = select.executeQuery();
            return row.next()
                    ? Optional.of(new OrderId(row.getObject(1, UUID.class)))
                    : Optional.empty();
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot look for the venue's order " + venueOrderId, e);
        }
    }

    /** Notes a trade that is not ours; false when it was noted before. */
    public boolean noteForeign(AccountId account, Symbol symbol, long tradeId) {
        try (var connection = dataSource.getConnection();
                var insert =
                        connection.prepareStatement(
                                "insert into foreign_trades (account, symbol, trade_id) values (?, ?, ?)"
                                        + " on conflict do nothing")) {
            insert.setString(1, account.toString());
            insert.setString(2, symbol.toString());
            insert.setLong(3, tradeId);
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot note a foreign trade", e);
        }
    }
}
