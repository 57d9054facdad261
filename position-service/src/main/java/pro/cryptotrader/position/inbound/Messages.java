package pro.cryptotrader.position.inbound;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.core.position.BrokenLedger;
import pro.cryptotrader.messaging.Intake;
import pro.cryptotrader.position.PositionService;

/** Every topic this service listens to. */
@ApplicationScoped
class Messages {
    private static final Logger LOG = Logger.getLogger(Messages.class);

    private final Intake intake;
    private final PositionService service;

    Messages(Intake intake, PositionService service) {
        this.intake = intake;
        this.service = service;
    }

    @Incoming("fills")
    @Blocking
    void onFill(ConsumerRecord<String, String> message) {
        intake.handle(message, this::book);
    }

    /** Books that no longer add up stop the partition; the user is told why before that. */
    private void book(Envelope<Event> message) {
        try {
            service.onFill(message);
        } catch (BrokenLedger e) {
            LOG.errorf("event %s breaks the ledger: %s", message.id(), e.getMessage());
            service.reportBroken(message, e);
            throw e;
        }
    }

    @Incoming("orders")
    @Blocking
    void onOrder(ConsumerRecord<String, String> message) {
        intake.handle(message, service::onOrder);
    }

    @Incoming("engine")
    @Blocking
    void onEngine(ConsumerRecord<String, String> message) {
        intake.handle(message, service::onEngine);
    }

    @Incoming("config")
    @Blocking
    void onConfig(ConsumerRecord<String, String> message) {
        intake.handle(message, service::onConfig);
    }

    @Incoming("instruments")
    @Blocking
    void onInstrument(ConsumerRecord<String, String> message) {
        intake.handle(message, service::onInstrument);
    }

    @Incoming("ticks")
    @Blocking
    void onTick(ConsumerRecord<String, String> message) {
        intake.handle(message, service::onTick);
    }
}
