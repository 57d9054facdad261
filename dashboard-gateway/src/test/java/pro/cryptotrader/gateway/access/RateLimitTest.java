package pro.cryptotrader.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-03-01T10:00:00Z"));
    private final RateLimit limit = new RateLimit(now::get, 3);

    @Test
    void refusesTheFourthTryWithinAMinute() {
        assertThat(IntStream.rangeClosed(1, 4).mapToObj(_ -> limit.allows("10.0.0.1")))
                .containsExactly(true, true, true, false);
    }

    @Test
    void countsEachAddressForItself() {
        IntStream.rangeClosed(1, 4).forEach(_ -> limit.allows("10.0.0.1"));

        assertThat(limit.allows("10.0.0.2")).isTrue();
    }

    @Test
    void letsTheAddressTryAgainAfterAMinute() {
        IntStream.rangeClosed(1, 4).forEach(_ -> limit.allows("10.0.0.1"));

        now.set(now.get().plusSeconds(60));

        assertThat(limit.allows("10.0.0.1")).isTrue();
    }
}
