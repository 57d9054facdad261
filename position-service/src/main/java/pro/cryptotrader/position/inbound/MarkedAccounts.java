package pro.cryptotrader.position.inbound;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import pro.cryptotrader.position.PositionService;

/** Publishes what the ticks have changed, account by account, at most once per interval. */
@ApplicationScoped
class MarkedAccounts {
    private static final Logger LOG = Logger.getLogger(MarkedAccounts.class);

    private final PositionService service;

    MarkedAccounts(PositionService service) {
        this.service = service;
    }

    @Scheduled(
            every = "{position.publish-interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void publish() {
        for (var account : service.changedByTicks()) {
            try {
                service.publishMarked(account);
            } catch (RuntimeException e) {
                LOG.warnf("account %s not published, trying again: %s", account, e.getMessage());
            }
        }
    }
}
