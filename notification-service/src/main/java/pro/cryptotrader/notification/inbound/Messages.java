package pro.cryptotrader.notification.inbound;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import pro.cryptotrader.messaging.Intake;
import pro.cryptotrader.notification.NotificationService;

/** Every topic this service listens to. */
@ApplicationScoped
class Messages {
    private final Intake intake;
    private final NotificationService service;
    private final ComponentWatch components;

    Messages(Intake intake, NotificationService service, ComponentWatch components) {
        this.intake = intake;
        this.service = service;
        this.components = components;
    }

    @Incoming("orders")
    @Blocking
    void onOrder(ConsumerRecord<String, String> message) {
        intake.handle(message, service::onEvent);
    }

    @Incoming("positions")
    @Blocking
    void onPosition(ConsumerRecord<String, String> message) {
        intake.handle(message, service::onEvent);
    }

    @Incoming("logs")
    @Blocking
    void onLog(ConsumerRecord<String, String> message) {
        intake.handle(message, service::onEvent);
    }

    @Incoming("engine")
    @Blocking
    void onEngine(ConsumerRecord<String, String> message) {
        intake.handle(message, service::onEvent);
    }

    @Incoming("config")
    @Blocking
    void onConfig(ConsumerRecord<String, String> message) {
        intake.handle(message, service::onConfig);
    }

    @Incoming("heartbeats")
    @Blocking
    void onHeartbeat(ConsumerRecord<String, String> message) {
        intake.handle(message, components::onHeartbeat);
    }
}
