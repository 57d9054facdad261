package pro.cryptotrader.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.simulator.market.ExchangeInfo;

class RateLimitsTest {
    /** Five seconds into a minute, a second before a new stretch of ten. */
    private long now = 1_700_000_000_000L / 60_000 * 60_000 + 9_000;

    private final RateLimits limits = limits(100, 3, 3);

    @Test
    void weightIsCountedPerAddressAndClockMinute() {
        limits.charge("a", 60);
        limits.charge("b", 60);

        assertThat(limits.weightHeaders("a")).containsEntry("X-MBX-USED-WEIGHT-1M", "60");
        assertThat(told(() -> limits.charge("a", 41)))
                .isEqualTo(
                        "429 after 51: -1003 Too much request weight used; current limit is 100 request weight per 1 MINUTE. Please use WebSocket Streams for live updates to avoid polling the API.");
        now += 51_000;
        assertThatCode(() -> limits.charge("a", 41)).doesNotThrowAnyException();
    }

    @Test
    void whoGoesOnIsBannedAndLongerTheNextTime() {
        limits.charge("a", 100);
        for (var i = 0; i < 3; i++) {
            assertThat(told(() -> limits.charge("a", 1))).startsWith("429");
        }
        assertThat(told(() -> limits.charge("a", 1)))
                .isEqualTo(
                        "418 after 120: -1003 Way too much request weight used; IP banned until %d. Please use WebSocket Streams for live updates to avoid bans."
                                .formatted(now + 120_000));
        assertThatCode(() -> limits.charge("b", 1)).doesNotThrowAnyException();
        now += 120_000;
        limits.charge("a", 100);
        for (var i = 0; i < 3; i++) {
            assertThat(told(() -> limits.charge("a", 1))).startsWith("429");
        }
        assertThat(told(() -> limits.charge("a", 1))).startsWith("418 after 240");
    }

    @Test
    void ordersAreCountedPerAccountAndFillsGiveThemBack() {
        limits.reserve("ann", 3);
        assertThat(told(() -> limits.reserve("ann", 1)))
                .isEqualTo(
                        "429 after 1: -1015 Too many new orders; current limit is 3 orders per 10 SECOND.");
        assertThatCode(() -> limits.reserve("bob", 3)).doesNotThrowAnyException();
        limits.placed("ann", -1);
        assertThatCode(() -> limits.reserve("ann", 1)).doesNotThrowAnyException();
        limits.placed("ann", -5);
        assertThat(limits.orderHeaders("ann"))
                .isEqualTo(Map.of("X-MBX-ORDER-COUNT-10S", "0", "X-MBX-ORDER-COUNT-1D", "0"));
    }

    @Test
    void aLimitOfZeroIsNone() {
        var open = limits(0, 0, 0);

        assertThatCode(() -> open.charge("a", 1_000_000)).doesNotThrowAnyException();
        assertThatCode(() -> open.reserve("ann", 1_000_000)).doesNotThrowAnyException();
    }

    private static String told(Runnable attempt) {
        var exceeded = catchThrowableOfType(RateLimits.Exceeded.class, attempt::run);
        var reply = exceeded.reply();
        return "%d after %s: %s %s"
                .formatted(
                        reply.status(),
                        reply.headers().get("Retry-After"),
                        reply.body().path("code"),
                        reply.body().path("msg").asText());
    }

    private RateLimits limits(int weight, int orders, int banAfter) {
        var settings =
                new LimitSettings() {
                    @Override
                    public OptionalInt requestWeight() {
                        return OptionalInt.of(weight);
                    }

                    @Override
                    public OptionalInt rawRequests() {
                        return OptionalInt.of(0);
                    }

                    @Override
                    public OptionalInt ordersPer10Seconds() {
                        return OptionalInt.of(orders);
                    }

                    @Override
                    public OptionalInt ordersPerDay() {
                        return OptionalInt.of(orders);
                    }

                    @Override
                    public int banAfter() {
                        return banAfter;
                    }

                    @Override
                    public int banSeconds() {
                        return 120;
                    }
                };
        return new RateLimits(settings, ExchangeInfo.NONE, () -> Instant.ofEpochMilli(now));
    }
}
