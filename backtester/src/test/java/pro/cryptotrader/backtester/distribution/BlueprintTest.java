package pro.cryptotrader.backtester.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.backtester.Walk;
import pro.cryptotrader.backtester.engine.BacktestSettings.CurveStep;
import pro.cryptotrader.backtester.engine.MarketPlan;
import pro.cryptotrader.backtester.fill.Assumption;
import pro.cryptotrader.backtester.fill.FillSettings;
import pro.cryptotrader.backtester.research.Experiment;
import pro.cryptotrader.backtester.research.Objective;
import pro.cryptotrader.contracts.config.TradingConfig;
import pro.cryptotrader.contracts.event.BacktestFills;
import pro.cryptotrader.contracts.event.BacktestPlan;
import pro.cryptotrader.contracts.event.BacktestStudy;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.Symbol;

class BlueprintTest {
    private static final Symbol BTC = Symbol.of("BTC/USDT");
    private static final Instant FROM = Walk.START.plus(Duration.ofDays(8));

    private static Experiment experiment(long seed) {
        var defaults = TradingConfig.defaults();
        var plan =
                new BacktestPlan(
                        List.of(BTC),
                        Interval.M5,
                        Interval.M5,
                        defaults.mode(),
                        defaults.risk(),
                        FROM,
                        FROM.plus(Duration.ofDays(4)),
                        Money.of("10000"),
                        BacktestFills.honest());
        var market = new MarketPlan(Walk.instrument(BTC), Walk.of(BTC, Interval.M5, seed, 4_000));
        return Blueprint.experiment(plan, List.of(market), CurveStep.DAY);
    }

    @Test
    void whatIsBuiltElsewhereMakesTheSameOrders() throws Exception {
        var experiment = experiment(1);
        var blueprint = Blueprint.of(experiment, Interval.M5);

        var built =
                blueprint.build(
                        (symbol, interval, _, _) -> Walk.of(symbol, interval, 1, 4_000),
                        CurveStep.DAY);

        assertThat(built.run().ordersHash()).isEqualTo(experiment.run().ordersHash());
        assertThat(built.settings()).isEqualTo(experiment.settings());
        assertThat(Blueprint.of(built, Interval.M5)).isEqualTo(blueprint);
    }

    @Test
    void otherCandlesAreNoticed() {
        var blueprint = Blueprint.of(experiment(1), Interval.M5);

        assertThatThrownBy(() ->
                        blueprint.build(
                                (symbol, interval, _, _) -> Walk.of(symbol, interval, 2, 4_000),
                                CurveStep.DAY))
                .isInstanceOf(OtherCandles.class)
                .hasMessageContaining("the 5m candles of BTC/USDT");
    }

    @Test
    void aSwitchedOffConfigurationIsNothingToTry() {
        var config = TradingConfig.defaults();
        var off =
                new TradingConfig(
                        false,
                        config.mode(),
                        config.paperTrading(),
                        config.interval(),
                        List.of(BTC),
                        config.risk(),
                        config.notifications());

        assertThatThrownBy(() -> Blueprint.of(experiment(1).with(off), Interval.M5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("entries switched off");
    }

    @Test
    void theWireKnowsEveryNameThatTheBacktesterKnows() {
        assertThat(names(BacktestFills.Assumption.values())).isEqualTo(names(Assumption.values()));
        assertThat(names(BacktestFills.FeeAsset.values()))
                .isEqualTo(names(FillSettings.FeeAsset.values()));
        assertThat(names(BacktestStudy.Objective.values())).isEqualTo(names(Objective.values()));
    }

    @Test
    void whatIsHonestOnTheWireIsWhatTheBacktesterCallsHonest() {
        var settings = experiment(1).settings().fills();

        assertThat(settings).isEqualTo(FillSettings.honest());
    }

    private static Set<String> names(Enum<?>... constants) {
        return Set.copyOf(Arrays.stream(constants).map(Enum::name).toList());
    }
}
