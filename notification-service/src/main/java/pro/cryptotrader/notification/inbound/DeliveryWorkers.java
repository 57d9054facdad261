package pro.cryptotrader.notification.inbound;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.EnumMap;
import java.util.Map;
import org.jboss.logging.Logger;
import pro.cryptotrader.contracts.config.NotificationChannel;
import pro.cryptotrader.notification.NotificationService;
import pro.cryptotrader.notification.outbound.Courier;

/** Empties each channel's queue on a thread of its own: a dead channel delays no other. */
@ApplicationScoped
class DeliveryWorkers {
    private static final Logger LOG = Logger.getLogger(DeliveryWorkers.class);

    /** Most deliveries of one round; the next round follows within the poll interval. */
    private static final int ROUND = 100;

    private final NotificationService service;
    private final Map<NotificationChannel, Courier> couriers =
            new EnumMap<>(NotificationChannel.class);

    DeliveryWorkers(NotificationService service, @Any Instance<Courier> couriers) {
        this.service = service;
        couriers.forEach(courier -> this.couriers.put(courier.channel(), courier));
    }

    @Scheduled(every = "{notify.poll-interval}", concurrentExecution = ConcurrentExecution.SKIP)
    void email() {
        work(NotificationChannel.EMAIL);
    }

    @Scheduled(every = "{notify.poll-interval}", concurrentExecution = ConcurrentExecution.SKIP)
    void discord() {
        work(NotificationChannel.DISCORD);
    }

    @Scheduled(every = "{notify.poll-interval}", concurrentExecution = ConcurrentExecution.SKIP)
    void telegram() {
        work(NotificationChannel.TELEGRAM);
    }

    private void work(NotificationChannel channel) {
        for (int i = 0; i < ROUND; i++) {
            var task = service.next(channel);
            if (task == null) {
                return;
            }
            service.settle(task, attempt(task));
        }
    }

    private Courier.Outcome attempt(NotificationService.Task task) {
        var courier = couriers.get(task.claim().channel());
        if (courier == null) {
            return new Courier.Outcome.Refused("there is no such channel");
        }
        try {
            return courier.deliver(task.notice(), task.config());
        } catch (RuntimeException e) {
            // The message may hold an address; the class may not.
            LOG.errorf("%s: %s", task.claim(), e.getClass());
            return new Courier.Outcome.Failed(e.getClass().getSimpleName());
        }
    }
}
