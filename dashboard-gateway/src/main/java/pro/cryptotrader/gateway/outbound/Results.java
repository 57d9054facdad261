package pro.cryptotrader.gateway.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.messaging.DatabaseFailure;

/** What an account has made of its money, computed by the database. */
@ApplicationScoped
@Transactional
public class Results {
    /** Every n-th minute, the first and the last among them. */
    private static final String CURVE =
            """
            select at, equity, cash, realised, drawdown_pct, open_positions from (
                select *, row_number() over (order by at) as place, count(*) over () as total
                from performance_data where account_id = ? and at >= ?
            ) minutes
            where place = total or (place - 1) % greatest(1, ceil(total::numeric / ?)::int) = 0
            order by at
            """;

    private static final String SUMMARY =
            """
            select count(*), count(*) filter (where realised > 0), count(*) filter (where realised < 0),
              coalesce(sum(realised), 0), coalesce(sum(realised) filter (where realised > 0), 0),
              coalesce(-sum(realised) filter (where realised < 0), 0), max(realised), min(realised)
            from positions where account_id = ? and status = 'CLOSED'
            """;

    private final DataSource dataSource;

    Results(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The equity curve from {@code from} on, in about {@code points} points. */
    public List<Point> curve(String account, Instant from, int points) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(CURVE)) {
            select.setString(1, account);
            select.setTimestamp(2, Timestamp.from(from));
            select.setInt(3, points);
            var curve = new ArrayList<Point>();
            var rows = select.executeQuery();
            while (rows.next()) {
                curve.add(
                        new Point(
                                rows.getTimestamp(1).toInstant(),
                                rows.getBigDecimal(2),
                                rows.getBigDecimal(3),
                                rows.getBigDecimal(4),
                                rows.getBigDecimal(5),
                                rows.getInt(6)));
            }
            return curve;
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot read the equity of " + account, e);
        }
    }

    /** The closed positions in a few numbers. */
    public Summary summary(String account) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(SUMMARY)) {
            select.setString(1, account);
            var row = select.executeQuery();
            row.next();
            var lost = row.getBigDecimal(6);
            return new Summary(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getBigDecimal(4),
                    row.getLong(1) == 0
                            ? null
                            : BigDecimal.valueOf(100 * row.getLong(2))
                                    .divide(
                                            BigDecimal.valueOf(row.getLong(1)),
                                            1,
                                            RoundingMode.HALF_EVEN),
                    lost.signum() == 0
                            ? null
                            : row.getBigDecimal(5).divide(lost, 2, RoundingMode.HALF_EVEN),
                    row.getBigDecimal(7),
                    row.getBigDecimal(8));
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot read the results of " + account, e);
        }
    }

    /** An account at one minute of market time. */
    public record Point(
            Instant at,
            BigDecimal equity,
            BigDecimal cash,
            BigDecimal realised,
            BigDecimal drawdownPct,
            int openPositions) {}

    /**
     * Closed positions in numbers.
     *
     * @param winRatePct null while there is none
     * @param profitFactor what was won for each unit lost; null while nothing was lost
     * @param best the best position's result; null while there is none
     * @param worst the worst position's result; null while there is none
     */
    public record Summary(
            long closed,
            long won,
            long lost,
            BigDecimal realised,
            @Nullable BigDecimal winRatePct,
            @Nullable BigDecimal profitFactor,
            @Nullable BigDecimal best,
            @Nullable BigDecimal worst) {}
}
