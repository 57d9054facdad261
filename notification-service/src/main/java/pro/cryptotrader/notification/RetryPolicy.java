package pro.cryptotrader.notification;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import pro.cryptotrader.contracts.config.NotificationChannel;
import pro.cryptotrader.contracts.event.NotificationChanged.Delivery;
import pro.cryptotrader.contracts.event.NotificationChanged.Status;
import pro.cryptotrader.notification.outbound.Courier.Outcome;

/**
 * When a delivery is tried again, and when no more: pauses double up to ten minutes, each between
 * half and one and a half times as long, so that many do not come back at once.
 *
 * @param maxAttempts failures after which it is given up; waiting because the channel asked for it
 *     is no failure
 * @param giveUpAfter age after which it is given up in any case
 */
record RetryPolicy(int maxAttempts, Duration giveUpAfter, Duration firstPause) {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    /** What becomes of a delivery after an attempt. */
    record Next(Delivery delivery, Duration pause) {}

    Next after(Outcome outcome, NotificationChannel channel, int attempt, Duration age) {
        return switch (outcome) {
            case Outcome.Delivered _ -> ended(channel, Status.DELIVERED, attempt, "");
            case Outcome.Refused refused ->
                    ended(channel, Status.FAILED, attempt, refused.reason());
            case Outcome.Failed failed when attempt >= maxAttempts || isTooOld(age) ->
                    ended(
                            channel,
                            Status.FAILED,
                            attempt,
                            "given up after %d attempts: %s".formatted(attempt, failed.reason()));
            case Outcome.Failed failed ->
                    new Next(
                            new Delivery(channel, Status.PENDING, attempt, failed.reason()),
                            jittered(pauseAfter(attempt)));
            case Outcome.Postponed postponed when isTooOld(age) ->
                    ended(
                            channel,
                            Status.FAILED,
                            attempt,
                            "given up after %d hours: %s"
                                    .formatted(age.toHours(), postponed.reason()));
            case Outcome.Postponed postponed ->
                    new Next(
                            new Delivery(channel, Status.PENDING, attempt - 1, postponed.reason()),
                            postponed.pause());
        };
    }

    private boolean isTooOld(Duration age) {
        return age.compareTo(giveUpAfter) > 0;
    }

    private static Next ended(
            NotificationChannel channel, Status status, int attempts, String detail) {
        return new Next(new Delivery(channel, status, attempts, detail), Duration.ZERO);
    }

    Duration pauseAfter(int attempt) {
        var pause = firstPause;
        for (int i = 1; i < attempt && pause.compareTo(LONGEST_PAUSE) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private static Duration jittered(Duration pause) {
        long millis = pause.toMillis();
        return Duration.ofMillis(millis / 2 + ThreadLocalRandom.current().nextLong(millis + 1));
    }
}
