package pro.cryptotrader.gateway;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Empties the read models when the configuration asks for another generation of them. The consumer
 * group carries the generation in its name, so that the topics are read from the beginning again.
 */
@ApplicationScoped
class Rebuild {
    private static final Logger LOG = Logger.getLogger(Rebuild.class);
    private static final String READ_MODELS =
            "candles, ticks_latest, instruments, signals, verdicts, exits, orders, order_events,"
                    + " fills, positions, account_state, performance_data, engine_state,"
                    + " notifications, auto_trading_logs, system_status, inbox";

    private final EntityManager database;
    private final int generation;

    Rebuild(
            EntityManager database,
            @ConfigProperty(name = "gateway.read-model-generation") int generation) {
        this.database = database;
        this.generation = generation;
    }

    /** Before the consumers start. */
    @Transactional
    void run(@Observes @Priority(10) StartupEvent event) {
        var held =
                ((Number)
                                database.createNativeQuery("select generation from read_model")
                                        .getSingleResult())
                        .intValue();
        if (held == generation) {
            return;
        }
        if (generation < held) {
            // Its consumer group has read the topics already: the read models would stay empty.
            throw new IllegalStateException(
                    "READ_MODEL_GENERATION is %d, but this database holds generation %d: give %d or more"
                            .formatted(generation, held, held));
        }
        LOG.infof("building generation %d of the read models from the topics", generation);
        database.createNativeQuery("truncate " + READ_MODELS).executeUpdate();
        database.createNativeQuery("update read_model set generation = ?1")
                .setParameter(1, generation)
                .executeUpdate();
    }
}
