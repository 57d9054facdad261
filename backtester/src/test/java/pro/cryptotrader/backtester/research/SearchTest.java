package pro.cryptotrader.backtester.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Searches a hill whose top is known: x = 3, y = -1. */
class SearchTest {
    private static final SearchSpace HILL =
            new SearchSpace(List.of(Parameter.of("x=0:6:0.5"), Parameter.of("y=-4:4:0.5")));
    private static final Search.Scoring PROFIT = new Search.Scoring(Objective.PROFIT, 0);

    @TempDir private Path folder;
    private final AtomicInteger runs = new AtomicInteger();

    private TrialOutcome climb(SortedMap<String, String> values) {
        runs.incrementAndGet();
        double x = Double.parseDouble(values.get("x")) - 3;
        double y = Double.parseDouble(values.get("y")) + 1;
        return new TrialOutcome(
                0, values, new TreeMap<>(Map.of("profit", 10 - x * x - y * y)), "hash", null);
    }

    private StudyResult run(Search search, int threads, String file) throws Exception {
        try (var log = TrialLog.open(folder.resolve(file), "hill")) {
            return new Study(HILL, search, PROFIT, threads).run(this::climb, log, () -> {});
        }
    }

    static List<Search> searches() {
        return List.of(new Search.Grid(), new Search.Chance(400, 7), new Evolution(20, 12, 7));
    }

    @ParameterizedTest
    @MethodSource("searches")
    void everySearchFindsTheTop(Search search) throws Exception {
        var best = run(search, 2, "a.jsonl").best(0).orElseThrow();
        assertThat(best.figures().get("profit")).isGreaterThanOrEqualTo(9.75);
    }

    @ParameterizedTest
    @MethodSource("searches")
    void anyNumberOfThreadsGivesTheSameResult(Search search) throws Exception {
        assertThat(run(search, 4, "many.jsonl")).isEqualTo(run(search, 1, "one.jsonl"));
    }

    @ParameterizedTest
    @MethodSource("searches")
    void aStudyThatWasStoppedGoesOnWhereItWas(Search search) throws Exception {
        var whole = run(search, 2, "whole.jsonl");
        int all = runs.getAndSet(0);
        var lines = Files.readAllLines(folder.resolve("whole.jsonl"));
        var stopped = lines.subList(0, 1 + all / 2);
        Files.writeString(
                folder.resolve("stopped.jsonl"),
                String.join("\n", stopped) + "\n" + lines.getLast().substring(0, 20));
        assertThat(run(search, 2, "stopped.jsonl")).isEqualTo(whole);
        assertThat(runs.get()).isEqualTo(all - all / 2);
    }

    @Test
    void theGridHasEveryPointOnce() throws Exception {
        assertThat(run(new Search.Grid(), 2, "grid.jsonl").trials()).hasSize(13 * 17);
        assertThat(runs.get()).isEqualTo(13 * 17);
    }

    @Test
    void evolutionNeedsFarFewerRunsThanItHasTrialsSinceItRepeatsItself() throws Exception {
        var evolution = new Evolution(20, 12, 7);
        run(evolution, 2, "evolution.jsonl");
        assertThat((long) runs.get()).isLessThan(evolution.trials(HILL));
    }

    @Test
    void trialsOfAnotherStudyAreNotMixedIn() throws Exception {
        run(new Search.Chance(3, 1), 1, "study.jsonl");
        assertThatThrownBy(() -> TrialLog.open(folder.resolve("study.jsonl"), "another hill"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("holds the trials of another study");
    }

    @Test
    void aTrialWithTooFewTradesOrWithoutTheFigureIsTheWorst() {
        var values = new TreeMap<>(Map.of("x", "1"));
        var few =
                new TrialOutcome(
                        1, values, new TreeMap<>(Map.of("profit", 5.0, "trades", 2.0)), "", null);
        assertThat(Objective.PROFIT.score(few, 3)).isEqualTo(-Double.MAX_VALUE);
        assertThat(Objective.PROFIT.score(few, 2)).isEqualTo(5);
        assertThat(Objective.SHARPE.score(few, 0)).isEqualTo(-Double.MAX_VALUE);
        assertThat(TrialOutcome.refused(values, "no").figures()).isEmpty();
    }
}
