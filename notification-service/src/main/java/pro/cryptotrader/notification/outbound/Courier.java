package pro.cryptotrader.notification.outbound;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.config.NotificationChannel;
import pro.cryptotrader.contracts.config.NotificationConfig;

/** Takes one notification through one channel; blocks for a bounded time. */
public interface Courier {
    NotificationChannel channel();

    Outcome deliver(Notice notice, NotificationConfig config);

    /** What came of an attempt. */
    sealed interface Outcome {
        record Delivered() implements Outcome {}

        /** It may work later. */
        record Failed(String reason) implements Outcome {}

        /** The channel wants to be left alone for {@code pause}: no attempt was wasted. */
        record Postponed(String reason, Duration pause) implements Outcome {}

        /** It will never work. */
        record Refused(String reason) implements Outcome {}

        /** What an HTTP status means; null for one of success. */
        static @Nullable Outcome ofStatus(String who, int status) {
            if (status >= 200 && status < 300) {
                return null;
            }
            var reason = "%s answered %d".formatted(who, status);
            return status >= 500 || status == 408 ? new Failed(reason) : new Refused(reason);
        }
    }
}
