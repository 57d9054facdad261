package pro.cryptotrader.gateway.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.messaging.DatabaseFailure;

/**
 * The latest candles, for charts, and those that a traded signal was judged by, for audits. Plain
 * JDBC in batches: a first start brings fifty thousand of them.
 */
@ApplicationScoped
@Transactional
public class Candles {
    /** How many are kept per symbol and interval. */
    public static final int KEPT = 2_000;

    private static final String COLUMNS =
            "symbol, interval, open_time, open, high, low, close, volume, quote_volume, trades";
    private static final String STORE =
            "insert into candles ("
                    + COLUMNS
                    + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";
    private static final String LATEST =
            "select "
                    + COLUMNS
                    + " from candles where symbol = ? and interval = ? and open_time < ?"
                    + " order by open_time desc limit ?";
    private static final String ONE =
            "select "
                    + COLUMNS
                    + " from candles where symbol = ? and interval = ? and open_time = ?";
    private static final String TRIM =
            """
            delete from candles c using (
                select symbol, interval, open_time from (
                    select symbol, interval, open_time, row_number() over (
                        partition by symbol, interval order by open_time desc) as age from candles
                ) aged where age = ?
            ) oldest
            where c.symbol = oldest.symbol and c.interval = oldest.interval
              and c.open_time < oldest.open_time
              and not exists (
                select 1 from signals s where s.symbol = c.symbol and s.interval = c.interval
                  and s.candle_open_time = c.open_time and s.type <> 'HOLD')
            """;

    private final DataSource dataSource;

    Candles(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A closed candle never changes: one that is there already stays. */
    public void store(List<Candle> candles) {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(STORE)) {
            for (var candle : candles) {
                insert.setString(1, candle.symbol().toString());
                insert.setString(2, candle.interval().code());
                insert.setTimestamp(3, Timestamp.from(candle.openTime()));
                insert.setBigDecimal(4, candle.open().value());
                insert.setBigDecimal(5, candle.high().value());
                insert.setBigDecimal(6, candle.low().value());
                insert.setBigDecimal(7, candle.close().value());
                insert.setBigDecimal(8, candle.volume());
                insert.setBigDecimal(9, candle.quoteVolume());
                insert.setLong(10, candle.trades());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot keep " + candles.size() + " candles", e);
        }
    }

    /** Up to {@code limit} candles that opened before {@code before}, oldest first. */
    public List<Candle> latest(Symbol symbol, Interval interval, Instant before, int limit) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(LATEST)) {
            select.setString(1, symbol.toString());
            select.setString(2, interval.code());
            select.setTimestamp(3, Timestamp.from(before));
            select.setInt(4, limit);
            var candles = new ArrayList<Candle>(limit);
            var rows = select.executeQuery();
            while (rows.next()) {
                candles.add(candle(rows));
            }
            Collections.reverse(candles);
            return candles;
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot read candles of " + symbol, e);
        }
    }

    /** The candle that opened at {@code openTime}. */
    public Optional<Candle> find(Symbol symbol, Interval interval, Instant openTime) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(ONE)) {
            select.setString(1, symbol.toString());
            select.setString(2, interval.code());
            select.setTimestamp(3, Timestamp.from(openTime));
            var rows = select.executeQuery();
            return rows.next() ? Optional.of(candle(rows)) : Optional.empty();
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot read a candle of " + symbol, e);
        }
    }

    /** Forgets old ones but those behind a signal to buy or sell; answers how many. */
    public int trim() {
        try (var connection = dataSource.getConnection();
                var delete = connection.prepareStatement(TRIM)) {
            delete.setInt(1, KEPT);
            return delete.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot trim the candles", e);
        }
    }

    private static Candle candle(ResultSet row) throws SQLException {
        return new Candle(
                Symbol.of(row.getString(1)),
                Interval.of(row.getString(2)),
                row.getTimestamp(3).toInstant(),
                new Price(row.getBigDecimal(4)),
                new Price(row.getBigDecimal(5)),
                new Price(row.getBigDecimal(6)),
                new Price(row.getBigDecimal(7)),
                row.getBigDecimal(8),
                row.getBigDecimal(9),
                row.getLong(10));
    }
}
