package pro.cryptotrader.gateway;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.jboss.logging.Logger;
import pro.cryptotrader.gateway.outbound.Candles;

/**
 * Keeps every list bounded. What money was made or lost by stays: orders, fills, positions, and the
 * signals and candles behind them.
 */
@ApplicationScoped
class Housekeeping {
    private static final Logger LOG = Logger.getLogger(Housekeeping.class);

    private static final String OLD_SIGNALS =
            """
            delete from signals where seq < (select coalesce(max(seq), 0) - 50000 from signals)
              and not exists (
                select 1 from verdicts v where v.signal_id = signals.id and v.approved)
            """;
    private static final String OLD_DENIALS =
            """
            delete from verdicts where not approved
              and seq < (select coalesce(max(seq), 0) - 50000 from verdicts)
            """;
    private static final String OLD_LINES =
            """
            delete from auto_trading_logs
              where id < (select coalesce(max(id), 0) - 200000 from auto_trading_logs)
            """;
    private static final String OLD_MINUTES =
            """
            delete from performance_data
              where id < (select coalesce(max(id), 0) - 500000 from performance_data)
            """;
    private static final String OLD_NOTIFICATIONS =
            """
            delete from notifications
              where seq < (select coalesce(max(seq), 0) - 20000 from notifications)
            """;

    private final EntityManager database;
    private final Candles candles;

    Housekeeping(EntityManager database, Candles candles) {
        this.database = database;
        this.candles = candles;
    }

    @Scheduled(
            every = "5m",
            delayed = "2m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void tidyUp() {
        int forgotten = candles.trim();
        for (var old :
                new String[] {
                    OLD_SIGNALS, OLD_DENIALS, OLD_LINES, OLD_MINUTES, OLD_NOTIFICATIONS
                }) {
            forgotten += database.createNativeQuery(old).executeUpdate();
        }
        LOG.debugf("forgot %d old rows", forgotten);
    }
}
