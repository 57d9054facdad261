package pro.cryptotrader.signal.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.core.signal.AnchoredStream;
import pro.cryptotrader.messaging.DatabaseFailure;

/** The latest candles of every series, enough to warm a stream from nothing. */
@ApplicationScoped
public class CandleHistory {
    /** A little more than a stream needs. */
    static final int KEPT = AnchoredStream.ENOUGH_HISTORY + 100;

    private static final int TRIM_EVERY = 100;
    private static final String INSERT =
            """
            insert into candle_history (symbol, interval, open_time, open, high, low, close,
                                        volume, quote_volume, trades)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """;
    private static final String BEFORE =
            """
            select open_time, open, high, low, close, volume, quote_volume, trades
            from candle_history
            where symbol = ? and interval = ? and open_time < ?
            order by open_time desc
            limit ?
            """;

    private final DataSource dataSource;

    CandleHistory(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Keeps the candles and says of each whether it was new. */
    public boolean[] append(List<Candle> candles) {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            for (var candle : candles) {
                bind(insert, candle);
                insert.addBatch();
            }
            int[] counts = insert.executeBatch();
            boolean[] isNew = new boolean[counts.length];
            for (int i = 0; i < counts.length; i++) {
                isNew[i] = counts[i] == 1;
            }
            return isNew;
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot keep %d candles".formatted(candles.size()), e);
        }
    }

    private static void bind(PreparedStatement insert, Candle candle) throws SQLException {
        insert.setString(1, candle.symbol().toString());
        insert.setString(2, candle.interval().code());
        insert.setObject(3, utc(candle.openTime()));
        insert.setBigDecimal(4, candle.open().value());
        insert.setBigDecimal(5, candle.high().value());
        insert.setBigDecimal(6, candle.low().value());
        insert.setBigDecimal(7, candle.close().value());
        insert.setBigDecimal(8, candle.volume());
        insert.setBigDecimal(9, candle.quoteVolume());
        insert.setLong(10, candle.trades());
    }

    /** The candles of the same series before {@code candle}, oldest first. */
    public List<Candle> before(Candle candle) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(BEFORE)) {
            select.setString(1, candle.symbol().toString());
            select.setString(2, candle.interval().code());
            select.setObject(3, utc(candle.openTime()));
            select.setInt(4, KEPT);
            var candles = new ArrayList<Candle>(KEPT);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    candles.add(read(rows, candle));
                }
            }
            Collections.reverse(candles);
            return candles;
        } catch (SQLException e) {
            throw new DatabaseFailure(
                    "cannot read the candles of %s %s"
                            .formatted(candle.symbol(), candle.interval().code()),
                    e);
        }
    }

    private static Candle read(ResultSet rows, Candle sibling) throws SQLException {
        return new Candle(
                sibling.symbol(),
                sibling.interval(),
                rows.getObject(1, OffsetDateTime.class).toInstant(),
                new Price(rows.getBigDecimal(2)),
                new Price(rows.getBigDecimal(3)),
                new Price(rows.getBigDecimal(4)),
                new Price(rows.getBigDecimal(5)),
                rows.getBigDecimal(6),
                rows.getBigDecimal(7),
                rows.getLong(8));
    }

    /** Forgets, now and then, what lies too far before {@code newest} to matter. */
    public void trim(Candle newest) {
        long seconds = newest.interval().seconds();
        if (newest.openTime().getEpochSecond() / seconds % TRIM_EVERY != 0) {
            return;
        }
        try (var connection = dataSource.getConnection();
                var delete =
                        connection.prepareStatement(
                                "delete from candle_history where symbol = ? and interval = ? and open_time < ?")) {
            delete.setString(1, newest.symbol().toString());
            delete.setString(2, newest.interval().code());
            delete.setObject(3, utc(newest.openTime().minusSeconds(KEPT * seconds)));
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot trim the candles of " + newest.symbol(), e);
        }
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
