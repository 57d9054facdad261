package pro.cryptotrader.executor.inbound;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import pro.cryptotrader.executor.ExecutionDesk;
import pro.cryptotrader.messaging.Intake;

/** Every topic this service listens to. */
@ApplicationScoped
class Messages {
    private final Intake intake;
    private final ExecutionDesk desk;

    Messages(Intake intake, ExecutionDesk desk) {
        this.intake = intake;
        this.desk = desk;
    }

    @Incoming("verdicts")
    @Blocking
    void onVerdict(ConsumerRecord<String, String> message) {
        intake.handle(message, desk::onPermit);
    }

    @Incoming("exits")
    @Blocking
    void onExit(ConsumerRecord<String, String> message) {
        intake.handle(message, desk::onPermit);
    }

    @Incoming("engine")
    @Blocking
    void onEngine(ConsumerRecord<String, String> message) {
        intake.handle(message, desk::onEngine);
    }

    @Incoming("config")
    @Blocking
    void onConfig(ConsumerRecord<String, String> message) {
        intake.handle(message, desk::onConfig);
    }

    @Incoming("ticks")
    @Blocking
    void onTick(ConsumerRecord<String, String> message) {
        intake.handle(message, desk::onTick);
    }
}
