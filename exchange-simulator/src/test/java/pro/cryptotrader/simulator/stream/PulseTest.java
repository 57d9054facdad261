package pro.cryptotrader.simulator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PulseTest {
    private final Pulse pulse = new Pulse(new Documented(), 0);

    @Test
    void livesAsLongAsItAnswers() {
        for (var now = 20_000L; now < 86_400_000; now += 20_000) {
            var payload = pulse.ping(now);
            assertThat(payload).isPresent();
            pulse.pong(payload.get(), now + 5);
        }
        assertThat(pulse.ping(86_400_000)).as("at the age of 24 hours").isEmpty();
    }

    @Test
    void diesAMinuteAfterAPingThatNobodyAnswers() {
        assertThat(pulse.ping(20_000)).isPresent();
        assertThat(pulse.ping(80_000)).isPresent();
        assertThat(pulse.ping(80_001)).isEmpty();
    }

    @Test
    void aPongThatAnswersNoPingDoesNotHelp() {
        assertThat(pulse.ping(20_000)).contains("20000");
        pulse.pong("", 60_000);
        pulse.pong("19999", 60_000);

        assertThat(pulse.ping(80_001)).isEmpty();
    }

    @Test
    void aLateAnswerCountsAndTheOlderPingsAreForgotten() {
        assertThat(pulse.ping(20_000)).isPresent();
        assertThat(pulse.ping(40_000)).contains("40000");
        pulse.pong("40000", 70_000);
        pulse.pong("20000", 140_000);

        assertThat(pulse.ping(150_000)).isPresent();
        assertThat(pulse.ping(150_001)).isEmpty();
    }

    private static final class Documented implements StreamSettings {
        @Override
        public Duration ping() {
            return Duration.ofSeconds(20);
        }

        @Override
        public Duration pong() {
            return Duration.ofSeconds(60);
        }

        @Override
        public Duration lifetime() {
            return Duration.ofHours(24);
        }

        @Override
        public int messagesPerSecond() {
            return 5;
        }

        @Override
        public int connectionsPer5Minutes() {
            return 300;
        }
    }
}
