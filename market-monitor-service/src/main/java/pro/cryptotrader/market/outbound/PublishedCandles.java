package pro.cryptotrader.market.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import javax.sql.DataSource;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.messaging.DatabaseFailure;

/**
 * The open time of the last published candle per symbol and interval; belongs to the caller's
 * transaction.
 */
@ApplicationScoped
public class PublishedCandles {
    private static final String UPSERT =
            """
            insert into published_candle (symbol, candle_interval, open_time) values (?, ?, ?)
            on conflict (symbol, candle_interval) do update set open_time = excluded.open_time
            """;

    private final DataSource dataSource;

    PublishedCandles(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public Map<Interval, Instant> of(Symbol symbol) {
        var progress = new EnumMap<Interval, Instant>(Interval.class);
        try (var connection = dataSource.getConnection();
                var select =
                        connection.prepareStatement(
                                "select candle_interval, open_time from published_candle where symbol = ?")) {
            select.setString(1, symbol.toString());
            var rows = select.executeQuery();
            while (rows.next()) {
                progress.put(Interval.of(rows.getString(1)), rows.getTimestamp(2).toInstant());
            }
            return progress;
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot read how far " + symbol + " was published", e);
        }
    }

    public void advance(Candle candle) {
        try (var connection = dataSource.getConnection();
                var upsert = connection.prepareStatement(UPSERT)) {
            upsert.setString(1, candle.symbol().toString());
            upsert.setString(2, candle.interval().code());
            upsert.setTimestamp(3, Timestamp.from(candle.openTime()));
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot note that " + candle.symbol() + " was published", e);
        }
    }
}
