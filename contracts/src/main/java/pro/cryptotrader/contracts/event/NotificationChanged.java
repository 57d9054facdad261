package pro.cryptotrader.contracts.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import pro.cryptotrader.contracts.config.NotificationChannel;
import pro.cryptotrader.contracts.config.NotificationType;
import pro.cryptotrader.contracts.value.AccountId;

/**
 * What a person is told, and whether it arrived; told again whenever a delivery changes. Topic
 * {@code notifications}.
 *
 * @param notificationId names it for life
 * @param at market time of what happened
 */
public record NotificationChanged(
        AccountId account,
        UUID notificationId,
        NotificationType type,
        String title,
        String text,
        List<Delivery> deliveries,
        Instant at)
        implements AccountEvent {
    public NotificationChanged {
        deliveries = List.copyOf(deliveries);
    }

    /**
     * One channel's share.
     *
     * @param detail why it failed or is late; empty otherwise
     */
    public record Delivery(
            NotificationChannel channel, Status status, int attempts, String detail) {}

    /** How far a delivery is. */
    public enum Status {
        PENDING,
        DELIVERED,
        FAILED
    }
}
