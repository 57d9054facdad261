package pro.cryptotrader.backtester.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalkForwardTest {
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    @TempDir private Path folder;

    private static WalkForward days(int training, int trading, boolean anchored) {
        return new WalkForward(Duration.ofDays(training), Duration.ofDays(trading), anchored);
    }

    private static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }

    @Test
    void windowsRollOnOrKeepTheirStart() {
        assertThat(days(10, 5, false).windows(START, day(22)))
                .containsExactly(
                        new WalkForward.Window(day(0), day(10), day(15)),
                        new WalkForward.Window(day(5), day(15), day(20)));
        assertThat(days(10, 5, true).windows(START, day(20)))
                .containsExactly(
                        new WalkForward.Window(day(0), day(10), day(15)),
                        new WalkForward.Window(day(0), day(15), day(20)));
        assertThatThrownBy(() -> days(10, 5, true).windows(START, day(14)))
                .hasMessageContaining("too short");
    }

    @Test
    void onlyWhatWasTradedAfterTrainingCounts() throws Exception {
        var experiment = SomeExperiment.live();
        var study =
                new Study(
                        new SearchSpace(List.of(Parameter.of("stop_loss_pct=0.5,2"))),
                        new Search.Grid(),
                        new Search.Scoring(Objective.PROFIT, 1),
                        2);
        var trials = new AtomicInteger();
        var walk = days(4, 3, false);
        var outcome = walk.run(experiment, study, folder, "test", trials::incrementAndGet);
        assertThat(outcome.folds()).hasSize(3);
        assertThat(trials.get()).isEqualTo(6);
        assertThat(outcome.outOfSample().days()).isEqualTo(9);
        for (var fold : outcome.folds()) {
            var window = fold.window();
            var training = experiment.between(window.trainFrom(), window.trainTo());
            var best = best(new ConfigTrials(training));
            assertThat(fold.values()).isEqualTo(best.values());
            var traded =
                    new ConfigTrials(experiment.between(window.trainTo(), window.tradeTo()))
                            .run(best.values());
            assertThat(fold.traded()).isEqualTo(traded.figures());
        }
        assertThat(walk.run(experiment, study, folder, "test", () -> {})).isEqualTo(outcome);
    }

    private static TrialOutcome best(ConfigTrials trials) {
        var space = new SearchSpace(List.of(Parameter.of("stop_loss_pct=0.5,2")));
        var one = trials.run(space.gridPoint(0)).numbered(1);
        var other = trials.run(space.gridPoint(1)).numbered(2);
        return Objective.PROFIT.order(1).compare(one, other) <= 0 ? one : other;
    }
}
