package pro.cryptotrader.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.contracts.wire.EventJson;

/**
 * What this service has decided to say. Said when, and only when, the caller's transaction commits.
 */
@ApplicationScoped
public class Outbox {
    private static final String INSERT =
            "insert into outbox (topic, key, payload) values (?, ?, ?)";

    private final DataSource dataSource;
    private final TransactionSynchronizationRegistry transactions;
    private final OutboxRelay relay;

    Outbox(
            DataSource dataSource,
            TransactionSynchronizationRegistry transactions,
            OutboxRelay relay) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.relay = relay;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void append(Envelope<?> envelope) {
        append(List.of(envelope));
    }

    /**
     * Appends in order; events of one key reach the topic in the order in which their transactions
     * committed.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(List<? extends Envelope<?>> envelopes) {
        if (envelopes.isEmpty()) {
            return;
        }
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            for (var envelope : envelopes) {
                insert.setString(1, envelope.type().topic().topicName());
                insert.setString(2, envelope.data().key());
                insert.setString(3, EventJson.write(envelope));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot keep " + envelopes.size() + " events", e);
        }
        transactions.registerInterposedSynchronization(new WakeRelay());
    }

    private final class WakeRelay implements Synchronization {
        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                relay.wake();
            }
        }
    }
}
