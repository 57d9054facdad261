package pro.cryptotrader.signal.inbound;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.CandleClosed;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.messaging.Intake;
import pro.cryptotrader.signal.SignalService;
import pro.cryptotrader.signal.WarmStreams;

/** Every message that this service listens to. */
@ApplicationScoped
class Messages {
    private final Intake intake;
    private final SignalService service;
    private final WarmStreams streams;

    Messages(Intake intake, SignalService service, WarmStreams streams) {
        this.intake = intake;
        this.service = service;
        this.streams = streams;
    }

    /**
     * One transaction for the batch. It runs as the handling of the batch's last candle, so that
     * the intake tries it again like any other handler; reading a message a second time changes
     * nothing.
     */
    @Incoming("candles")
    @Blocking
    void onCandles(ConsumerRecords<String, String> messages) {
        var candles = new ArrayList<Envelope<CandleClosed>>(messages.count());
        @Nullable ConsumerRecord<String, String> last = null;
        for (var message : messages) {
            int before = candles.size();
            intake.handle(message, envelope -> addIfCandle(envelope, candles));
            last = candles.size() > before ? message : last;
        }
        if (last != null) {
            intake.handle(last, _ -> judge(candles));
        }
    }

    private static void addIfCandle(
            Envelope<Event> envelope, List<Envelope<CandleClosed>> candles) {
        if (envelope.data() instanceof CandleClosed closed) {
            candles.add(
                    new Envelope<>(
                            envelope.id(),
                            envelope.source(),
                            envelope.time(),
                            envelope.cause(),
                            envelope.correlation(),
                            closed));
        }
    }

    private void judge(List<Envelope<CandleClosed>> candles) {
        try {
            service.onCandles(candles);
        } catch (RuntimeException e) {
            streams.forget();
            throw e;
        }
    }

    @Incoming("config")
    @Blocking
    void onConfig(ConsumerRecord<String, String> message) {
        intake.handle(message, service::onConfig);
    }

    @Incoming("executions")
    @Blocking
    void onExecution(ConsumerRecord<String, String> message) {
        intake.handle(message, service::onExecution);
    }
}
