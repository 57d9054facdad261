package pro.cryptotrader.binance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Who goes first when the venue's limits come near. */
class LimitsTest {
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-01-01T00:00:12Z"));
    private final RequestGovernor governor = new RequestGovernor(now::get);
    private final OrderQuota quota = new OrderQuota(now::get);

    @Test
    void questionsWaitFirstThenEntriesAndExitsLast() {
        governor.used("3000");
        assertThat(governor.admit(1, Urgency.QUESTION)).contains(Duration.ofSeconds(48));
        assertThat(governor.admit(1, Urgency.ENTRY)).isEmpty();

        governor.used("4000");
        assertThat(governor.admit(1, Urgency.ENTRY)).contains(Duration.ofSeconds(48));
        assertThat(governor.admit(1, Urgency.RESOLUTION)).isEmpty();

        governor.used("5000");
        assertThat(governor.admit(1, Urgency.RESOLUTION)).contains(Duration.ofSeconds(48));
        assertThat(governor.admit(1, Urgency.EXIT)).isEmpty();

        governor.used("6000");
        assertThat(governor.admit(1, Urgency.EXIT)).contains(Duration.ofSeconds(48));
    }

    @Test
    void aNewMinuteBeginsAtTheClocksMinute() {
        governor.used("6000");
        now.set(Instant.parse("2026-01-01T00:01:00Z"));
        assertThat(governor.admit(1, Urgency.QUESTION)).isEmpty();
    }

    @Test
    void nothingGoesBeforeRetryAfterNotEvenAnExit() {
        governor.stayAway(Duration.ofSeconds(30));
        assertThat(governor.admit(1, Urgency.EXIT)).contains(Duration.ofSeconds(30));
        now.set(now.get().plusSeconds(30));
        assertThat(governor.admit(1, Urgency.QUESTION)).isEmpty();
    }

    @Test
    void entriesLeaveAFifthOfTheOrdersToExits() {
        quota.limit(100);
        quota.used("79");
        assertThat(quota.admit(Urgency.ENTRY)).isEmpty();
        quota.used("80");
        assertThat(quota.admit(Urgency.ENTRY)).contains(Duration.ofSeconds(8));
        assertThat(quota.admit(Urgency.EXIT)).isEmpty();
    }

    @Test
    void theOrdersOfTheLastTenSecondsAreForgottenAtTheNextWindow() {
        quota.used("50");
        now.set(Instant.parse("2026-01-01T00:00:20Z"));
        assertThat(quota.admit(Urgency.ENTRY)).isEmpty();
    }
}
