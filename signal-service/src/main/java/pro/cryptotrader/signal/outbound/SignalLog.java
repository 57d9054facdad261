package pro.cryptotrader.signal.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.Signal;
import pro.cryptotrader.contracts.event.Signal.SignalType;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.wire.EventJson;
import pro.cryptotrader.messaging.DatabaseFailure;
import pro.cryptotrader.signal.Subscriber;
import pro.cryptotrader.signal.outbound.Executions.Execution;

/** The table {@code ai_signals_log}: every signal, HOLD included, and what became of it. */
@ApplicationScoped
public class SignalLog {
    private static final String INSERT =
            """
            insert into ai_signals_log (user_id, account_id, signal_id, symbol, interval, strategy,
                                        signal_type, confidence_score, entry_price, stop_loss,
                                        take_profit, reasons, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?)
            """;
    private static final String FORGET_HOLDS =
            """
            delete from ai_signals_log
            where signal_type = 'HOLD'
              and created_at < (select max(created_at) from ai_signals_log)
                               - make_interval(secs => ?)
            """;

    private final DataSource dataSource;
    private final LoggedSignals signals;
    private final ObjectMapper json = EventJson.newMapper();

    SignalLog(DataSource dataSource, LoggedSignals signals) {
        this.dataSource = dataSource;
        this.signals = signals;
    }

    /** One row for a HOLD, else one for each subscriber. */
    public void append(UUID id, Signal signal, Instant createdAt, List<Subscriber> subscribers) {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            bind(insert, id, signal, createdAt);
            if (signal.type() == SignalType.HOLD) {
                insert.setNull(1, Types.VARCHAR);
                insert.setNull(2, Types.VARCHAR);
                insert.addBatch();
            } else {
                for (var subscriber : subscribers) {
                    insert.setString(1, subscriber.userId());
                    insert.setString(2, subscriber.account().toString());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot log signal " + id, e);
        }
    }

    private void bind(PreparedStatement insert, UUID id, Signal signal, Instant createdAt)
            throws SQLException {
        insert.setObject(3, id);
        insert.setString(4, signal.symbol().toString());
        insert.setString(5, signal.interval().code());
        insert.setString(6, signal.strategy());
        insert.setString(7, signal.type().name());
        insert.setInt(8, signal.confidence());
        insert.setBigDecimal(9, signal.entry().value());
        insert.setBigDecimal(10, value(signal.stopLoss()));
        insert.setBigDecimal(11, value(signal.takeProfit()));
        insert.setString(12, reasons(signal));
        insert.setObject(13, CandleHistory.utc(createdAt));
    }

    private static @Nullable BigDecimal value(@Nullable Price price) {
        return price == null ? null : price.value();
    }

    private String reasons(Signal signal) {
        try {
            return json.writeValueAsString(signal.votes());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write the votes of " + signal, e);
        }
    }

    /** Marks the account's row of the signal as executed, at the average price so far. */
    public void mark(Execution execution) {
        signals.of(execution.signalId(), execution.account())
                .ifPresent(row -> row.executedAt(execution.price(), execution.at()));
    }

    /**
     * Forgets HOLD rows that are more than {@code retention} of market time older than the newest.
     */
    public void forgetHolds(Duration retention) {
        try (var connection = dataSource.getConnection();
                var delete = connection.prepareStatement(FORGET_HOLDS)) {
            delete.setDouble(1, (double) retention.toSeconds());
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot forget old HOLD signals", e);
        }
    }
}
