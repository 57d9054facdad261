package pro.cryptotrader.position.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.wire.EventJson;
import pro.cryptotrader.core.performance.Performance;
import pro.cryptotrader.messaging.DatabaseFailure;

/** The figures of accounts over time; belongs to the caller's transaction. */
@ApplicationScoped
public class PerformanceRecords {
    private static final String SAVE =
            """
            insert into performance (account, at, trades, net_profit, return_pct, max_drawdown_pct, figures)
            values (?, ?, ?, ?, ?, ?, ?::jsonb)
            on conflict (account, at) do update set trades = excluded.trades, net_profit = excluded.net_profit,
              return_pct = excluded.return_pct, max_drawdown_pct = excluded.max_drawdown_pct, figures = excluded.figures
            """;

    private final DataSource dataSource;
    private final ObjectMapper json = EventJson.newMapper();

    PerformanceRecords(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public void save(AccountId account, Instant at, Performance figures) {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(SAVE)) {
            insert.setString(1, account.toString());
            insert.setObject(2, at.atOffset(ZoneOffset.UTC));
            insert.setInt(3, figures.trades());
            insert.setBigDecimal(4, figures.netProfit().value());
            insert.setBigDecimal(5, figures.returnPct());
            insert.setBigDecimal(6, figures.maxDrawdownPct());
            insert.setString(7, json.writeValueAsString(figures));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot keep the figures of " + account, e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + figures, e);
        }
    }
}
