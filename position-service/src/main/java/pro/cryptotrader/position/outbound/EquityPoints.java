package pro.cryptotrader.position.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.core.performance.EquityPoint;
import pro.cryptotrader.core.position.AccountLedger;
import pro.cryptotrader.messaging.DatabaseFailure;

/** The accounts' equity curves in market time; belongs to the caller's transaction. */
@ApplicationScoped
public class EquityPoints {
    private static final String SAVE =
            """
            insert into equity_points (account, at, equity, cash, contributed, realised, open_positions, drawdown_pct)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (account, at) do update set equity = excluded.equity, cash = excluded.cash,
              contributed = excluded.contributed, realised = excluded.realised,
              open_positions = excluded.open_positions, drawdown_pct = excluded.drawdown_pct
            """;
    private static final String IN_MINUTE =
            """
            select 1 from equity_points where account = ? and at >= date_trunc('minute', ?::timestamptz) limit 1
            """;

    /** Of each hour the lowest and the last point: enough for drawdowns, little to read. */
    private static final String CURVE =
            """
            select at, equity, contributed from (
              select at, equity, contributed,
                row_number() over (partition by date_trunc('hour', at) order by at desc) as from_end,
                row_number() over (partition by date_trunc('hour', at) order by equity - contributed, at) as from_low
              from equity_points where account = ?) as ranked
            where from_end = 1 or from_low = 1
            order by at
            """;

    private final DataSource dataSource;

    EquityPoints(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Adds the ledger's moment, or replaces what was said about the same one. */
    public void add(AccountLedger ledger) {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(SAVE)) {
            insert.setString(1, ledger.account().toString());
            insert.setObject(2, ledger.at().atOffset(ZoneOffset.UTC));
            insert.setBigDecimal(3, ledger.equity());
            insert.setBigDecimal(4, ledger.cash());
            insert.setBigDecimal(5, ledger.contributed());
            insert.setBigDecimal(6, ledger.realised());
            insert.setInt(7, ledger.openPositions());
            insert.setBigDecimal(8, ledger.drawdownPct());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot keep the equity of " + ledger.account(), e);
        }
    }

    /** Adds the ledger's moment unless its market minute has a point. */
    public void sample(AccountLedger ledger) {
        if (!hasPointInMinuteOf(ledger)) {
            add(ledger);
        }
    }

    private boolean hasPointInMinuteOf(AccountLedger ledger) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(IN_MINUTE)) {
            select.setString(1, ledger.account().toString());
            select.setObject(2, ledger.at().atOffset(ZoneOffset.UTC));
            return select.executeQuery().next();
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot read the equity of " + ledger.account(), e);
        }
    }

    /** The curve, thinned to two points an hour. */
    public List<EquityPoint> curve(AccountId account) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(CURVE)) {
            select.setString(1, account.toString());
            var rows = select.executeQuery();
            var points = new ArrayList<EquityPoint>();
            while (rows.next()) {
                points.add(
                        new EquityPoint(
                                rows.getObject(1, OffsetDateTime.class).toInstant(),
                                new Money(rows.getBigDecimal(2)),
                                new Money(rows.getBigDecimal(3))));
            }
            return points;
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot read the equity of " + account, e);
        }
    }
}
