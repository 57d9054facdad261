package pro.cryptotrader.messaging;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.MarketAlert;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.wire.Envelope;

/** The smallest service: repeats every alert in the trading log, and in a table of its own. */
@ApplicationScoped
class EchoService {
    static final AccountId ACCOUNT = new AccountId("echo");
    static final String FAILS_TWICE = "fails twice";

    private final Inbox inbox;
    private final Outbox outbox;
    private final DataSource dataSource;
    private final AtomicInteger failures = new AtomicInteger();

    EchoService(Inbox inbox, Outbox outbox, DataSource dataSource) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.dataSource = dataSource;
    }

    @Transactional
    void onAlert(Envelope<Event> envelope) {
        if (!inbox.accept(envelope.id()) || !(envelope.data() instanceof MarketAlert alert)) {
            return;
        }
        note(alert.message());
        outbox.append(
                envelope.causes(
                        "echo-service",
                        envelope.time(),
                        List.of(
                                new TradingLog(
                                        ACCOUNT,
                                        TradingLog.Level.INFO,
                                        "echo-service",
                                        alert.message(),
                                        Map.of(),
                                        alert.at()))));
        if (alert.message().equals(FAILS_TWICE) && failures.incrementAndGet() <= 2) {
            throw new IllegalStateException("as planned");
        }
    }

    private void note(String message) {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement("insert into echo (message) values (?)")) {
            insert.setString(1, message);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot note " + message, e);
        }
    }

    /** What it has noted, in order, of the messages that begin so. */
    List<String> noted(String beginning) throws SQLException {
        try (var connection = dataSource.getConnection();
                var select =
                        connection.prepareStatement(
                                "select message from echo where message like ? order by id")) {
            select.setString(1, beginning + "%");
            var rows = select.executeQuery();
            var messages = new ArrayList<String>();
            while (rows.next()) {
                messages.add(rows.getString(1));
            }
            return messages;
        }
    }

    /** The way in. */
    @ApplicationScoped
    static class Inbound {
        private final Intake intake;
        private final EchoService service;

        Inbound(Intake intake, EchoService service) {
            this.intake = intake;
            this.service = service;
        }

        @Incoming("alerts")
        @Blocking
        void onMessage(ConsumerRecord<String, String> message) {
            intake.handle(message, service::onAlert);
        }
    }
}
