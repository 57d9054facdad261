package pro.cryptotrader.backtester.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DrawdownPeriodTest {
    private static final LocalDate FIRST = LocalDate.parse("2024-03-01");

    @Test
    void aFallLastsFromItsPeakUntilThePeakIsReachedAgain() {
        var curve = DailyEquity.of(100, FIRST, 110, 99, 88, 105, 110, 120, 114, 118);
        assertThat(DrawdownPeriod.of(curve))
                .containsExactly(
                        new DrawdownPeriod(day(0), day(2), day(4), day(4), 22, 20),
                        new DrawdownPeriod(day(5), day(6), null, day(7), 6, 5));
        var first = DrawdownPeriod.of(curve).getFirst();
        assertThat(first.durationDays()).isEqualTo(4);
        assertThat(first.recoveryDays()).isEqualTo(2L);
        assertThat(DrawdownPeriod.of(curve).getLast().recoveryDays()).isNull();
    }

    @Test
    void aFallFromTheStartHasTheDayBeforeAsItsPeak() {
        var curve = DailyEquity.of(100, FIRST, 90, 95);
        assertThat(DrawdownPeriod.of(curve))
                .containsExactly(new DrawdownPeriod(day(-1), day(0), null, day(1), 10, 10));
    }

    @Test
    void equityThatOnlyRisesHasNone() {
        assertThat(DrawdownPeriod.of(DailyEquity.of(100, FIRST, 100, 101))).isEmpty();
        assertThat(DrawdownPeriod.deepest(DrawdownPeriod.of(DailyEquity.of(100, FIRST, 101))))
                .isNull();
    }

    @Test
    void theDeepestIsTheWorstPairOfDays() {
        var random = new SplittableRandom(3);
        for (int round = 0; round < 50; round++) {
            var ends = random.doubles(60, 50, 150).toArray();
            var curve = DailyEquity.of(100, FIRST, ends);
            double worst = 0;
            for (int peak = -1; peak < curve.days(); peak++) {
                for (int valley = peak + 1; valley < curve.days(); valley++) {
                    double fall = 1 - curve.equity(valley) / curve.equity(peak);
                    worst = Math.max(worst, 100 * fall);
                }
            }
            var deepest = DrawdownPeriod.deepest(DrawdownPeriod.of(curve));
            assertThat(Objects.requireNonNull(deepest).pct()).isCloseTo(worst, within(1e-9));
            assertThat(DrawdownPeriod.deepestPct(curve)).isCloseTo(worst, within(1e-9));
        }
    }

    private static LocalDate day(int index) {
        return FIRST.plusDays(index);
    }
}
