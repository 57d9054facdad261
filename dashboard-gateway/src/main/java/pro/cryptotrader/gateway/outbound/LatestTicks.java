package pro.cryptotrader.gateway.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import pro.cryptotrader.contracts.event.Tick;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.messaging.DatabaseFailure;

/** The last tick of each symbol, so that a restart can show when the market was last heard. */
@ApplicationScoped
@Transactional
public class LatestTicks {
    private static final String STORE =
            """
            insert into ticks_latest (symbol, last, bid, ask, trade_id, at) values (?, ?, ?, ?, ?, ?)
            on conflict (symbol) do update set last = excluded.last, bid = excluded.bid,
              ask = excluded.ask, trade_id = excluded.trade_id, at = excluded.at
            """;

    private final DataSource dataSource;

    LatestTicks(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public void store(Collection<Tick> ticks) {
        try (var connection = dataSource.getConnection();
                var upsert = connection.prepareStatement(STORE)) {
            for (var tick : ticks) {
                upsert.setString(1, tick.symbol().toString());
                upsert.setBigDecimal(2, tick.last().value());
                upsert.setBigDecimal(3, tick.bid().value());
                upsert.setBigDecimal(4, tick.ask().value());
                upsert.setLong(5, tick.tradeId());
                upsert.setTimestamp(6, Timestamp.from(tick.at()));
                upsert.addBatch();
            }
            upsert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot keep the latest ticks", e);
        }
    }

    public List<Tick> all() {
        try (var connection = dataSource.getConnection();
                var select =
                        connection.prepareStatement(
                                "select symbol, last, bid, ask, trade_id, at from ticks_latest"
                                        + " order by symbol")) {
            var ticks = new ArrayList<Tick>();
            var rows = select.executeQuery();
            while (rows.next()) {
                ticks.add(
                        new Tick(
                                Symbol.of(rows.getString(1)),
                                new Price(rows.getBigDecimal(2)),
                                new Price(rows.getBigDecimal(3)),
                                new Price(rows.getBigDecimal(4)),
                                rows.getLong(5),
                                rows.getTimestamp(6).toInstant()));
            }
            return ticks;
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot read the latest ticks", e);
        }
    }
}
