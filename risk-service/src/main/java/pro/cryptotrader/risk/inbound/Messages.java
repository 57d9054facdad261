package pro.cryptotrader.risk.inbound;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import pro.cryptotrader.contracts.event.EngineCommand;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.messaging.Intake;
import pro.cryptotrader.risk.LatestTicks;
import pro.cryptotrader.risk.RiskService;
import pro.cryptotrader.risk.UnknownAccount;

/** Every topic that risk reads. */
@ApplicationScoped
class Messages {
    private static final Logger LOG = Logger.getLogger(Messages.class);
    private static final int ATTEMPTS = 10;
    private static final long PAUSE_MS = 200;

    private final Intake intake;
    private final RiskService service;
    private final LatestTicks ticks;

    Messages(Intake intake, RiskService service, LatestTicks ticks) {
        this.intake = intake;
        this.service = service;
        this.ticks = ticks;
    }

    @Incoming("signals")
    @Blocking
    void onSignal(ConsumerRecord<String, String> message) {
        intake.handle(message, service::onSignal);
    }

    @Incoming("ticks")
    @Blocking
    void onTick(ConsumerRecord<String, String> message) {
        intake.handle(message, ticks::see);
    }

    @Incoming("market")
    @Blocking
    void onMarket(ConsumerRecord<String, String> message) {
        intake.handle(message, service::onMarket);
    }

    @Incoming("account")
    @Blocking
    void onAccount(ConsumerRecord<String, String> message) {
        intake.handle(message, service::onFact);
    }

    @Incoming("engine")
    @Blocking
    void onEngine(ConsumerRecord<String, String> message) {
        intake.handle(message, this::command);
    }

    /**
     * A new account's first command may overtake its configuration, which comes on another topic:
     * it is waited for, about two seconds. Later it is ignored, as it would be without an account.
     */
    private void command(Envelope<Event> message) {
        if (!(message.data() instanceof EngineCommand command)) {
            service.onFact(message);
            return;
        }
        for (int attempt = 1; ; attempt++) {
            try {
                service.onCommand(message, command);
                return;
            } catch (UnknownAccount e) {
                if (attempt == ATTEMPTS) {
                    LOG.warnf("%s %s ignored: %s", command.action(), message.id(), e.getMessage());
                    return;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for a configuration", e);
        }
    }
}
