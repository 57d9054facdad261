package pro.cryptotrader.notification.inbound;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import pro.cryptotrader.notification.NotificationService;
import pro.cryptotrader.notification.outbound.Courier;

/** Empties each channel's queue on a thread of its own: a dead channel delays no other. */
@ApplicationScoped
class DeliveryWorkers {
    private static final Logger LOG = Logger.getLogger(DeliveryWorkers.class);

    private final NotificationService service;
    private final List<Courier> couriers;
    private final Duration pollInterval;
    private final CountDownLatch stopping = new CountDownLatch(1);

    DeliveryWorkers(
            NotificationService service,
            @Any Instance<Courier> couriers,
            @ConfigProperty(name = "notify.poll-interval") Duration pollInterval) {
        this.service = service;
        this.couriers = couriers.stream().toList();
        this.pollInterval = pollInterval;
    }

    void start(@Observes StartupEvent event) {
        for (var courier : couriers) {
            Thread.ofPlatform()
                    .name("deliver-" + courier.channel().name().toLowerCase(Locale.ROOT))
                    .daemon()
                    .start(() -> run(courier));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    private void run(Courier courier) {
        try {
            while (!stopping.await(pollInterval.toMillis(), TimeUnit.MILLISECONDS)) {
                workOff(courier);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void workOff(Courier courier) {
        try {
            while (stopping.getCount() > 0) {
                var task = service.next(courier.channel());
                if (task == null) {
                    return;
                }
                service.settle(task, attempt(courier, task));
            }
        } catch (RuntimeException e) {
            // Most likely the database: what was taken is due again within a minute.
            LOG.warnf("%s: trying again: %s", courier.channel(), e.getMessage());
        }
    }

    private static Courier.Outcome attempt(Courier courier, NotificationService.Task task) {
        try {
            return courier.deliver(task.notice(), task.config());
        } catch (RuntimeException e) {
            // The message may hold an address; the class may not.
            LOG.errorf("%s: %s", task.claim(), e.getClass());
            return new Courier.Outcome.Failed(e.getClass().getSimpleName());
        }
    }
}
