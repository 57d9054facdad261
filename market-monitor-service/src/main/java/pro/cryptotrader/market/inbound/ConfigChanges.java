package pro.cryptotrader.market.inbound;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import pro.cryptotrader.market.MarketMonitor;
import pro.cryptotrader.messaging.Intake;

/** Accounts may trade symbols that nobody watches yet. */
@ApplicationScoped
class ConfigChanges {
    private final Intake intake;
    private final MarketMonitor monitor;

    ConfigChanges(Intake intake, MarketMonitor monitor) {
        this.intake = intake;
        this.monitor = monitor;
    }

    @Incoming("config")
    @Blocking
    void onConfig(ConsumerRecord<String, String> message) {
        intake.handle(message, monitor::onConfig);
    }
}
