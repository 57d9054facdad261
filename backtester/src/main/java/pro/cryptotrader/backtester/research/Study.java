package pro.cryptotrader.backtester.research;

import java.io.IOException;

/**
 * An optimisation.
 *
 * @param threads how many trials run at once
 */
public record Study(SearchSpace space, Search search, Search.Scoring scoring, int threads) {

    /**
     * Tries.
     *
     * @param log what is known, and where new trials go
     * @param afterEach hears of every trial that has ended, from any thread
     */
    public StudyResult run(TrialRunner runner, TrialLog log, Runnable afterEach)
            throws IOException, InterruptedException {
        try (var pool = new TrialPool(runner, log, threads, afterEach)) {
            search.run(space, pool, scoring);
            return StudyResult.of(scoring, pool.all());
        }
    }
}
