package pro.cryptotrader.notification.outbound;

import java.time.Instant;
import java.util.UUID;
import pro.cryptotrader.contracts.config.NotificationType;
import pro.cryptotrader.contracts.value.AccountId;

/**
 * A notification as it is kept.
 *
 * @param at market time of what happened
 * @param cause the event it is about
 */
public record Notice(
        UUID id,
        AccountId account,
        NotificationType type,
        String title,
        String text,
        Instant at,
        UUID cause,
        UUID correlation) {}
