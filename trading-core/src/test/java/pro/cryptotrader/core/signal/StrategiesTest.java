package pro.cryptotrader.core.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each strategy on a tape written for it. */
class StrategiesTest {
    private static final Tape UPTREND = new Tape(1_000).quiet(600).moving(80, 0.6);
    private static final Tape DIP_IN_AN_UPTREND =
            new Tape(1_000).quiet(600).moving(150, 0.6).moving(8, -1.5).candle(0.8, 100);
    private static final Tape FALL_OUT_OF_A_CALM_MARKET =
            new Tape(1_000).quiet(640).candle(-3.5, 100).candle(-3, 100).candle(-2, 100);
    private static final Tape BREAK_WITH_VOLUME = new Tape(1_000).quiet(640).candle(6, 200);
    private static final Tape INFLOW = new Tape(1_000).quiet(640).moving(12, 0.6).candle(3, 220);

    @Test
    void trendBuysARiseAboveItsAverages() {
        var trend = UPTREND.through(new TrendStrategy());

        assertThat(trend.score()).isGreaterThan(60);
        assertThat(trend.reason())
                .matches(
                        "EMA 12 is \\d+\\.\\d\\d ATR above EMA 26, the price above EMA 200 \\(\\d+\\.\\d+\\), ADX \\d+\\.\\d: a clear trend");
    }

    @Test
    void trendHalvesWhatGoesAgainstTheLongAverage() {
        var crash = new Tape(1_000).quiet(600).moving(200, -1);
        var with = crash.through(new TrendStrategy());
        var against = crash.moving(30, 1.2).through(new TrendStrategy());

        assertThat(with.score()).isLessThan(-80);
        assertThat(against.score()).isBetween(1, 50);
        assertThat(against.reason()).contains("above EMA 26, the price below EMA 200");
    }

    @Test
    void momentumBuysGrowingSpeed() {
        var momentum = new Tape(1_000).quiet(600).moving(6, 0.5).through(new MomentumStrategy());

        assertThat(momentum.score()).isGreaterThan(60);
        assertThat(momentum.reason())
                .matches(
                        "RSI \\d\\d\\.\\d( \\(overbought\\))?, MACD histogram 0\\.\\d\\d ATR: speed upwards grows");
    }

    @Test
    void momentumTiresWhenThePriceIsOverbought() {
        var fresh = new Tape(1_000).quiet(600).moving(6, 0.5).through(new MomentumStrategy());
        var tired = new Tape(1_000).quiet(600).moving(6, 3).through(new MomentumStrategy());

        assertThat(tired.reason()).contains("(overbought)");
        assertThat(tired.score()).isPositive().isLessThan(fresh.score());
    }

    @Test
    void meanReversionBuysAStretchedPriceInACalmMarket() {
        var reversion = FALL_OUT_OF_A_CALM_MARKET.through(new MeanReversionStrategy());

        assertThat(reversion.score()).isGreaterThan(40);
        assertThat(reversion.reason())
                .matches(
                        "the close is below the lower band \\(%B -\\d+\\.\\d\\d\\), RSI \\d\\d\\.\\d, ADX \\d+\\.\\d: likely to come back");
    }

    @Test
    void meanReversionIsMutedInAStrongTrend() {
        var reversion =
                new Tape(1_000).quiet(600).moving(120, -1).through(new MeanReversionStrategy());

        assertThat(reversion.score()).isZero();
        assertThat(reversion.reason()).endsWith("muted by a strong trend");
    }

    @Test
    void breakoutBuysACloseAboveTheRangeThatVolumeConfirms() {
        var breakout = BREAK_WITH_VOLUME.through(new BreakoutStrategy());

        assertThat(breakout.score()).isEqualTo(100);
        assertThat(breakout.reason())
                .matches(
                        "closed above the high 100\\d\\.\\d\\d of 55 candles, volume \\d+\\.\\d deviations from usual: confirmed");
    }

    @Test
    void breakoutWithoutVolumeCountsHalf() {
        var breakout = new Tape(1_000).quiet(640).candle(6, 90).through(new BreakoutStrategy());

        assertThat(breakout.score()).isEqualTo(50);
        assertThat(breakout.reason()).endsWith("hardly confirmed");
    }

    @Test
    void breakoutFadesOverThreeCandles() {
        var tape = new Tape(1_000).quiet(640).candle(6, 200);
        int[] scores = new int[5];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = tape.through(new BreakoutStrategy()).score();
            tape.candle(-0.5, 100);
        }

        assertThat(scores).containsExactly(100, 75, 50, 25, 0);
    }

    @Test
    void volumeFollowsTheMoney() {
        var volume = INFLOW.through(new VolumeStrategy());

        assertThat(volume.score()).isGreaterThan(60);
        assertThat(volume.reason())
                .matches(
                        "money flow index \\d+\\.\\d, this candle's volume \\d+\\.\\d deviations from usual while the price rose");
    }

    @Test
    void pullbackBuysADipThatHasTurned() {
        var pullback = DIP_IN_AN_UPTREND.through(new PullbackStrategy());

        assertThat(pullback.score()).isGreaterThan(40);
        assertThat(pullback.reason())
                .matches(
                        "EMA 50 is \\d+\\.\\d\\d ATR above EMA 200, CCI was -\\d+, the price is \\d+\\.\\d\\d ATR (above|below) VWAP: a dip that turned up");
    }

    @Test
    void pullbackWaitsForTheTurn() {
        var falling =
                new Tape(1_000)
                        .quiet(600)
                        .moving(150, 0.6)
                        .moving(6, -1.5)
                        .through(new PullbackStrategy());

        assertThat(falling.score()).isZero();
        assertThat(falling.reason()).endsWith("no pullback that has turned");
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void aMirroredMarketGivesTheMirroredScore(Case<?> each) {
        var score = each.tape.through(each.strategy.get()).score();
        var mirrored = each.tape.mirrored().through(each.strategy.get()).score();

        // The money flow weighs volume by price, which no mirror keeps.
        assertThat(mirrored).isCloseTo(-score, within(2));
        assertThat(score).isNotZero();
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void aFlatMarketGivesNoOpinion(Case<?> each) {
        var strategy = each.strategy.get();
        for (int i = 0; i < 1_000; i++) {
            strategy.update(new Bar(50, 50, 50, 50, 0));
        }

        assertThat(strategy.score()).isZero();
        assertThat(strategy.reason()).isNotBlank().doesNotContain("unknown");
    }

    static Stream<Case<?>> strategies() {
        return Stream.of(
                new Case<>(TrendStrategy::new, UPTREND),
                new Case<>(MomentumStrategy::new, UPTREND),
                new Case<>(MeanReversionStrategy::new, FALL_OUT_OF_A_CALM_MARKET),
                new Case<>(BreakoutStrategy::new, BREAK_WITH_VOLUME),
                new Case<>(VolumeStrategy::new, INFLOW),
                new Case<>(PullbackStrategy::new, DIP_IN_AN_UPTREND));
    }

    record Case<S extends Strategy>(Supplier<S> strategy, Tape tape) {
        @Override
        public String toString() {
            return strategy.get().name();
        }
    }
}
