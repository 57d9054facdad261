package pro.cryptotrader.backtester.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EnsembleWeightsTest {
    @Test
    void withoutAWordTheWeightsAreTheUsualOnes() {
        assertThat(EnsembleWeights.of(Map.of()).percent()).containsExactly(25, 20, 15, 15, 10, 15);
    }

    @Test
    void proportionsBecomeWholePerCentOfAHundred() {
        var weights = EnsembleWeights.of(Map.of("weight.trend", "60", "weight.volume", "0"));

        // 60 + 20 + 15 + 15 + 0 + 15 = 125.
        assertThat(weights.percent()).containsExactly(48, 16, 12, 12, 0, 12);
        assertThat(EnsembleWeights.of(Map.of("weight.trend", "33.3")).percent())
                .satisfies(each -> assertThat(each.stream().mapToInt(i -> i).sum()).isEqualTo(100));
    }

    @Test
    void whatThereIsNotIsNamedWithWhatThereIs() {
        assertThatThrownBy(() -> EnsembleWeights.of(Map.of("weight.luck", "1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "there is no 'weight.luck'; there are weight.trend, weight.momentum,"
                                + " weight.mean-reversion, weight.breakout, weight.volume,"
                                + " weight.pullback");
        assertThatThrownBy(() -> EnsembleWeights.of(Map.of("weight.trend", "-1")))
                .hasMessage("weight.trend is zero or more, not -1");
    }

    @Test
    void aTrialWithOtherWeightsMakesOtherTrades() {
        var trials = new ConfigTrials(SomeExperiment.live());
        var usual = trials.run(new TreeMap<>());
        var same = trials.run(new TreeMap<>(Map.of("weight.trend", "25")));
        var other = trials.run(new TreeMap<>(Map.of("weight.trend", "90")));

        assertThat(same.ordersHash()).isEqualTo(usual.ordersHash());
        assertThat(other.ordersHash()).isNotEqualTo(usual.ordersHash());
    }
}
