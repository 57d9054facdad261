package pro.cryptotrader.backtest.inbound;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import pro.cryptotrader.backtest.BacktestService;
import pro.cryptotrader.messaging.Intake;

/** Jobs, and what is to become of them. */
@ApplicationScoped
class Messages {
    private final Intake intake;
    private final BacktestService service;

    Messages(Intake intake, BacktestService service) {
        this.intake = intake;
        this.service = service;
    }

    @Incoming("jobs")
    @Blocking
    void onJob(ConsumerRecord<String, String> message) {
        intake.handle(message, service::onMessage);
    }
}
