package pro.cryptotrader.core.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pro.cryptotrader.contracts.event.Signal.SignalType;
import pro.cryptotrader.contracts.event.Signal.Vote;
import pro.cryptotrader.core.signal.RuleEnsemble.Member;
import pro.cryptotrader.core.signal.RuleEnsemble.Opinion;

class RuleEnsembleTest {
    @ParameterizedTest
    @CsvSource({
        "100, 100, BUY, 100",
        "80, 0, BUY, 55",
        "60, -10, HOLD, 38",
        "52, 0, HOLD, 39",
        "53, 0, BUY, 40",
        "0, 0, HOLD, 0",
        "-53, 0, SELL, 40",
        "-100, -100, SELL, 100"
    })
    void whatTheVotesAddUpToDecides(int one, int other, SignalType type, int confidence) {
        assertThat(ensemble(one, other).opinion()).isEqualTo(new Opinion(type, confidence));
    }

    @Property
    void confidenceGrowsWithEveryVoteThatAgreesMore(
            @ForAll @IntRange(min = 0, max = 100) int one,
            @ForAll @IntRange(min = 0, max = 100) int other,
            @ForAll @IntRange(min = 0, max = 100) int more) {
        assertThat(ensemble(one, Math.max(other, more)).opinion().confidence())
                .isGreaterThanOrEqualTo(ensemble(one, other).opinion().confidence());
    }

    @Property
    void buyingAndSellingAreMirrorImages(
            @ForAll @IntRange(min = -100, max = 100) int one,
            @ForAll @IntRange(min = -100, max = 100) int other) {
        assertThat(ensemble(-one, -other).opinion().confidence())
                .isEqualTo(ensemble(one, other).opinion().confidence());
    }

    @Test
    void everyVoteIsListedWithItsReason() {
        assertThat(ensemble(80, -5).votes())
                .containsExactly(
                        new Vote("one", 80, 50, "always 80"),
                        new Vote("other", -5, 50, "always -5"));
    }

    @Test
    void theHouseHasSixStrategiesWhoseWeightsAddUpToAHundred() {
        assertThat(RuleEnsemble.usual().votes())
                .extracting(vote -> vote.strategy() + " " + vote.weight())
                .containsExactly(
                        "trend 25",
                        "momentum 20",
                        "mean-reversion 15",
                        "breakout 15",
                        "volume 10",
                        "pullback 15");
        assertThat(RuleEnsemble.usual().warmUp()).isLessThanOrEqualTo(AnchoredStream.BLOCK);
    }

    @Test
    void weightsThatDoNotAddUpAreRefused() {
        assertThatThrownBy(() -> new RuleEnsemble(List.of(new Member(new TrendStrategy(), 90))))
                .hasMessage("the weights of all strategies add up to 100, not 90");
    }

    @Test
    void aStrategyVotesOnce() {
        assertThatThrownBy(() ->
                        new RuleEnsemble(
                                List.of(
                                        new Member(new TrendStrategy(), 50),
                                        new Member(new TrendStrategy(), 50))))
                .hasMessage("strategy 'trend' votes twice");
    }

    private static RuleEnsemble ensemble(int one, int other) {
        return new RuleEnsemble(
                List.of(
                        new Member(new FixedStrategy("one", one), 50),
                        new Member(new FixedStrategy("other", other), 50)));
    }
}
