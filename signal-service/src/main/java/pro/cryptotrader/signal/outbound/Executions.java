package pro.cryptotrader.signal.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import pro.cryptotrader.contracts.event.FillEvent.Fill;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.messaging.DatabaseFailure;

/**
 * Joins verdicts and fills: the verdict knows the signal, the fill knows the price, and they travel
 * on different topics. Fills of exits that no signal asked for stay without a signal.
 */
@ApplicationScoped
public class Executions {
    /** As long as verdicts are kept on their topic. */
    private static final int REMEMBERED_DAYS = 90;

    private static final int PRICE_DECIMALS = 12;
    private static final String PERMIT =
            """
            insert into executions (permit, account_id, signal_id) values (?, ?, ?)
            on conflict (permit) do update set signal_id = excluded.signal_id
            returning signal_id, account_id, quantity, quote, first_fill_at
            """;
    private static final String FILL =
            """
            insert into executions (permit, account_id, quantity, quote, first_fill_at)
            values (?, ?, ?, ?, ?)
            on conflict (permit) do update
            set quantity = executions.quantity + excluded.quantity,
                quote = executions.quote + excluded.quote,
                first_fill_at = least(executions.first_fill_at, excluded.first_fill_at)
            returning signal_id, account_id, quantity, quote, first_fill_at
            """;

    private final DataSource dataSource;

    Executions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The execution as it is now, when it already has a fill. */
    public Optional<Execution> permit(UUID permit, UUID signalId, AccountId account) {
        try (var connection = dataSource.getConnection();
                var upsert = connection.prepareStatement(PERMIT)) {
            upsert.setObject(1, permit);
            upsert.setString(2, account.toString());
            upsert.setObject(3, signalId);
            return execution(upsert);
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot note verdict " + permit, e);
        }
    }

    /** The execution as it is now, when its signal is known. */
    public Optional<Execution> fill(Fill fill) {
        try (var connection = dataSource.getConnection();
                var upsert = connection.prepareStatement(FILL)) {
            upsert.setObject(1, fill.permit());
            upsert.setString(2, fill.account().toString());
            upsert.setBigDecimal(3, fill.quantity().value());
            upsert.setBigDecimal(4, fill.price().times(fill.quantity()).value());
            upsert.setObject(5, CandleHistory.utc(fill.at()));
            return execution(upsert);
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot note a fill of " + fill.orderId(), e);
        }
    }

    private static Optional<Execution> execution(PreparedStatement upsert) throws SQLException {
        try (var row = upsert.executeQuery()) {
            row.next();
            var signalId = row.getObject(1, UUID.class);
            var quantity = row.getBigDecimal(3);
            if (signalId == null || quantity.signum() == 0) {
                return Optional.empty();
            }
            return Optional.of(
                    new Execution(
                            signalId,
                            new AccountId(row.getString(2)),
                            row.getBigDecimal(4)
                                    .divide(quantity, PRICE_DECIMALS, RoundingMode.HALF_EVEN)
                                    .stripTrailingZeros(),
                            row.getObject(5, OffsetDateTime.class).toInstant()));
        }
    }

    public void forgetOld() {
        try (var connection = dataSource.getConnection();
                var delete =
                        connection.prepareStatement(
                                "delete from executions where noted_at < now() - make_interval(days => ?)")) {
            delete.setInt(1, REMEMBERED_DAYS);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot forget old executions", e);
        }
    }

    /**
     * What an account made of a signal so far.
     *
     * @param price average of all fills
     * @param at market time of the first fill
     */
    public record Execution(UUID signalId, AccountId account, BigDecimal price, Instant at) {}
}
