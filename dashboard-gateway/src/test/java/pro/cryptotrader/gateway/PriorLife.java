package pro.cryptotrader.gateway;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.flywaydb.core.Flyway;
import pro.cryptotrader.contracts.wire.Topic;
import pro.cryptotrader.testing.PlatformMXBean;
import pro.cryptotrader.testing.TopicFeed;

/**
 * What an earlier run has left: a fill on its topic that was seen, and a database whose read model
 * has it no more, but another one that never was.
 */
final class PriorLife {
    static final Tape TAPE = new Tape("main", "OLD/USDT", "2026-03-01T10:00:00Z");
    static final String INVENTED = "00000000-0000-4000-8000-000000000001";

    private PriorLife() {}

    static void live(PlatformMXBean platform, String schema, String password) {
        createTopic(platform.getBootstrapServers());
        try (var feed = TopicFeed.open(platform.getBootstrapServers())) {
            feed.publish(TAPE.fill);
        }
        Flyway.configure()
                .dataSource(platform.getJdbcUrl(), schema, password)
                .locations("db/messaging", "db/migration")
                .load()
                .migrate();
        try (var connection = DriverManager.getConnection(platform.getJdbcUrl(), schema, password);
                var statement = connection.createStatement()) {
            statement.execute("update read_model set generation = 1");
            statement.execute("insert into inbox (event_id) values ('" + TAPE.fill.id() + "')");
            statement.execute(
                    """
                    insert into fills (id, account_id, order_id, permit, symbol, role, side, price,
                      quantity, commission, commission_asset, trade_id, at, data)
                    values ('%1$s', 'main', '%1$s', '%1$s', 'OLD/USDT', 'ENTRY', 'BUY', 1, 1, 0,
                      'USDT', 1, now(), '{}')
                    """
                            .formatted(INVENTED));
        } catch (SQLException e) {
            throw new IllegalStateException("no prior life", e);
        }
    }

    private static void createTopic(String bootstrapServers) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(
                            List.of(
                                    new NewTopic(
                                            Topic.FILLS.topicName(),
                                            Optional.of(Topic.PARTITIONS),
                                            Optional.empty())))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
