package pro.cryptotrader.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pro.cryptotrader.contracts.config.NotificationChannel;
import pro.cryptotrader.contracts.event.NotificationChanged.Delivery;
import pro.cryptotrader.contracts.event.NotificationChanged.Status;
import pro.cryptotrader.notification.RetryPolicy.Next;
import pro.cryptotrader.notification.outbound.Courier.Outcome;

class RetryPolicyTest {
    private static final Duration YOUNG = Duration.ofMinutes(1);
    private static final Duration OLD = Duration.ofHours(25);

    private final RetryPolicy policy =
            new RetryPolicy(3, Duration.ofHours(24), Duration.ofSeconds(2));

    @ParameterizedTest
    @CsvSource({"1, PT2S", "2, PT4S", "3, PT8S", "9, PT8M32S", "10, PT10M", "60, PT10M"})
    void pausesDoubleUpToTenMinutes(int attempt, Duration pause) {
        assertThat(policy.pauseAfter(attempt)).isEqualTo(pause);
    }

    @RepeatedTest(20)
    void pausesAreSpreadByHalfTheirLength() {
        assertThat(after(new Outcome.Failed("no answer"), 2, YOUNG).pause())
                .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(6));
    }

    @Test
    void theLastFailureGivesUpAndSaysWhy() {
        assertThat(after(new Outcome.Failed("no answer"), 2, YOUNG).delivery())
                .isEqualTo(delivery(Status.PENDING, 2, "no answer"));
        assertThat(after(new Outcome.Failed("no answer"), 3, YOUNG).delivery())
                .isEqualTo(delivery(Status.FAILED, 3, "given up after 3 attempts: no answer"));
    }

    @Test
    void waitingBecauseTheChannelAsksForItIsNoFailure() {
        var next = after(new Outcome.Postponed("asks to wait", Duration.ofSeconds(7)), 3, YOUNG);

        assertThat(next.delivery()).isEqualTo(delivery(Status.PENDING, 2, "asks to wait"));
        assertThat(next.pause()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void nobodyWaitsForEver() {
        assertThat(after(new Outcome.Postponed("asks to wait", YOUNG), 1, OLD).delivery().status())
                .isEqualTo(Status.FAILED);
        assertThat(after(new Outcome.Failed("no answer"), 1, OLD).delivery().status())
                .isEqualTo(Status.FAILED);
    }

    @Test
    void aRefusalIsFinal() {
        assertThat(after(new Outcome.Refused("Discord answered 404"), 1, YOUNG).delivery())
                .isEqualTo(delivery(Status.FAILED, 1, "Discord answered 404"));
    }

    private Next after(Outcome outcome, int attempt, Duration age) {
        return policy.after(outcome, NotificationChannel.DISCORD, attempt, age);
    }

    private static Delivery delivery(Status status, int attempts, String detail) {
        return new Delivery(NotificationChannel.DISCORD, status, attempts, detail);
    }
}
