package pro.cryptotrader.simulator.venue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarketClockTest {
    private static final long STEP_NANOS = 100_000_000;

    private final MarketClock clock = new MarketClock(300, 1_000_000, 0);
    private long nanos;

    @Test
    void runsUpToTheMomentItWasGivenAndStandsThere() {
        clock.standAt(1_040_000);
        pass();
        assertThat(clock.millis()).isEqualTo(1_030_000);
        pass();
        pass();
        assertThat(clock.millis()).isEqualTo(1_040_000);
    }

    @Test
    void whoIsLaterStandsAtOnceAndNeverGoesBack() {
        pass();
        clock.standAt(1_000_001);
        pass();
        assertThat(clock.millis()).isEqualTo(1_030_000);
    }

    @Test
    void goesOnWithoutCatchingUp() {
        clock.standAt(1_000_000);
        pass();
        pass();
        clock.standAt(Long.MAX_VALUE);
        pass();
        assertThat(clock.millis()).isEqualTo(1_030_000);
    }

    /** A tenth of a second of wall time. */
    private void pass() {
        nanos += STEP_NANOS;
        clock.tick(nanos);
    }
}
