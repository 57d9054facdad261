package pro.cryptotrader.backtester.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pro.cryptotrader.contracts.config.ConfigRefused;
import pro.cryptotrader.contracts.config.TradingConfig;
import pro.cryptotrader.contracts.config.TradingMode;
import pro.cryptotrader.contracts.value.Interval;

class ParameterTest {
    @Test
    void stepsReachTheHighestValueAndNotBeyond() {
        assertThat(Parameter.of("a=0.5:2:0.5").values()).containsExactly("0.5", "1", "1.5", "2");
        assertThat(Parameter.of("a=1:2:0.4").values()).containsExactly("1", "1.4", "1.8");
        assertThat(Parameter.of("a=b, c").values()).containsExactly("b", "c");
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 10, x", "0.4999, 2, 14.999, x", "0.5, 3, 15, y", "0.9999, 4, 19.999, y"})
    void equalStretchesOfTheUnitStandForEqualStretchesOfValues(
            double unit, String step, String between, String choice) {
        assertThat(Parameter.of("a=1:4:1").at(unit)).isEqualTo(step);
        assertThat(new BigDecimal(Parameter.of("a=10:20").at(unit)))
                .isCloseTo(
                        new BigDecimal(between),
                        org.assertj.core.api.Assertions.within(new BigDecimal("0.01")));
        assertThat(Parameter.of("a=x,y").at(unit)).isEqualTo(choice);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "=1,2", "a=", "a=3:1", "a=1:2:0", "a=1:b", "a=1:2:3:x:y:z:"})
    void otherFormsAreRefused(String text) {
        assertThatThrownBy(() -> new SearchSpace(List.of(Parameter.of(text), Parameter.of(text))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theLastParameterOfAGridChangesFirst() {
        var space = new SearchSpace(List.of(Parameter.of("b=1,2"), Parameter.of("a=x,y,z")));
        assertThat(space.gridSize().intValueExact()).isEqualTo(6);
        assertThat(space.gridPoint(1)).isEqualTo(Map.of("a", "y", "b", "1"));
        assertThat(space.gridPoint(3)).isEqualTo(Map.of("a", "x", "b", "2"));
    }

    @Test
    void anyValueOfEitherFileCanBeSet() {
        var config =
                TrialConfig.with(
                        TradingConfig.defaults(),
                        Map.of(
                                "stop_loss_pct", "2.5",
                                "trading_mode", "aggressive",
                                "engine.trading_interval", "900"));
        assertThat(config.risk().stopLossPct()).isEqualByComparingTo("2.5");
        assertThat(config.mode()).isEqualTo(TradingMode.AGGRESSIVE);
        assertThat(config.interval()).isEqualTo(Interval.M15);
        assertThat(config.risk().takeProfitPct())
                .isEqualTo(TradingConfig.defaults().risk().takeProfitPct());
    }

    @Test
    void namesAndValuesThatMakeNoSenseSayWhatWould() {
        var base = TradingConfig.defaults();
        assertThatThrownBy(() -> TrialConfig.with(base, Map.of("stop_los", "1")))
                .hasMessageContaining("there are ")
                .hasMessageContaining("stop_loss_pct");
        assertThatThrownBy(() -> TrialConfig.with(base, Map.of("stop_loss_pct", "90")))
                .isInstanceOf(ConfigRefused.class);
        assertThatThrownBy(() -> TrialConfig.with(base, Map.of("max_positions", "many")))
                .hasMessageContaining("'many' is not a number");
    }
}
