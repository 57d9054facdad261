package pro.cryptotrader.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.benchmarks.Outcome.Deal;

/** The race counts only when everybody runs the same way. */
class ComparisonTest {
    private static final Deal DEAL = new Deal(60_000, 30_000.25, 180_000, 30_100.5);
    private static final Outcome THEIRS = new Outcome(10_000.004, List.of(DEAL, DEAL));

    @Test
    void everybodyMakesTheSameTradesAndTheSameMoneyToTheCent() {
        for (var comparison : Main.Field.on(60_000, 7).comparisons()) {
            assertThat(comparison.isSame()).as(comparison.line()).isTrue();
            assertThat(comparison.ours().trades()).hasSizeGreaterThan(500);
        }
    }

    @Test
    void aMissingTradeIsNotTheSame() {
        assertThat(with(THEIRS.equity(), List.of(DEAL)).isSame()).isFalse();
    }

    @Test
    void aTradeAtAnotherPriceOrInAnotherCandleIsNotTheSame() {
        var dearer = new Deal(60_000, 30_000.26, 180_000, 30_100.5);
        var later = new Deal(60_000, 30_000.25, 240_000, 30_100.5);

        assertThat(with(THEIRS.equity(), List.of(DEAL, dearer)).hasSameTrades()).isFalse();
        assertThat(with(THEIRS.equity(), List.of(later, DEAL)).hasSameTrades()).isFalse();
    }

    @Test
    void aCentMoreOrLessIsNotTheSame() {
        assertThat(with(10_000.009, THEIRS.trades()).isSame()).isTrue();
        assertThat(with(10_000.015, THEIRS.trades()).isSame()).isFalse();
        assertThat(with(9_999.99, THEIRS.trades()).isSame()).isFalse();
    }

    @Test
    void nobodyIsComparedByDoingNothing() {
        var nothing = new Outcome(10_000, new ArrayList<>());

        assertThat(new Comparison("nobody", nothing, nothing).isSame()).isFalse();
    }

    private static Comparison with(double equity, List<Deal> trades) {
        return new Comparison("ours", THEIRS, new Outcome(equity, trades));
    }
}
