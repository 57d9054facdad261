package pro.cryptotrader.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.core.RandomWalk;
import pro.cryptotrader.core.market.CandleSequence.Gap;
import pro.cryptotrader.core.market.CandleSequence.Step;

class CandleSequenceTest {
    private static final Instant NOON = Instant.parse("2023-09-01T12:00:00Z");

    @Test
    void theNextCandleFollowsDirectly() {
        assertThat(CandleSequence.step(Interval.M5, NOON, NOON.plusSeconds(300)))
                .isEqualTo(new Step.Next());
        assertThat(CandleSequence.missing(Interval.M5, NOON, NOON.plusSeconds(300))).isEmpty();
    }

    @Test
    void theSameCandleIsARepetitionAndAnOlderOneIsLate() {
        assertThat(CandleSequence.step(Interval.M5, NOON, NOON)).isEqualTo(new Step.Repeated());
        assertThat(CandleSequence.step(Interval.M5, NOON, NOON.minusSeconds(300)))
                .isEqualTo(new Step.Late());
    }

    @Test
    void aJumpNamesTheFirstAndTheLastMissingCandle() {
        var gap = CandleSequence.missing(Interval.M5, NOON, NOON.plusSeconds(1200));

        assertThat(gap)
                .contains(new Gap(Interval.M5, NOON.plusSeconds(300), NOON.plusSeconds(900)));
        assertThat(gap.orElseThrow().candles()).isEqualTo(3);
    }

    @Test
    void aTimeBetweenTwoCandlesIsRefused() {
        assertThatThrownBy(() -> CandleSequence.step(Interval.M5, NOON, NOON.plusSeconds(301)))
                .hasMessage("5m candles open at multiples of 300 s, not at 2023-09-01T12:05:01Z");
    }

    @Test
    void aQuietCandleStandsWhereNothingTraded() {
        var last = RandomWalk.candles(1, Interval.M1, NOON, 1).getFirst();

        var quiet = CandleSequence.quiet(last);

        assertThat(quiet.openTime()).isEqualTo(last.closeTime());
        assertThat(quiet.open()).isEqualTo(last.close()).isEqualTo(quiet.close());
        assertThat(quiet.volume()).isEqualTo(BigDecimal.ZERO);
        assertThat(quiet.trades()).isZero();
    }
}
