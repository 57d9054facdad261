package pro.cryptotrader.backtester.research;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;

/** In which order configurations are tried. */
public sealed interface Search permits Search.Grid, Search.Chance, Evolution {
    /** So many proposals are handed out at once. */
    int BATCH = 256;

    /** Proposes until it is done. */
    void run(SearchSpace space, TrialPool pool, Scoring scoring)
            throws IOException, InterruptedException;

    /** How many trials it will make at most. */
    long trials(SearchSpace space);

    /** What is wanted. */
    record Scoring(Objective objective, int leastTrades) {
        double of(TrialOutcome trial) {
            return objective.score(trial, leastTrades);
        }
    }

    /** Every point of the grid. */
    record Grid() implements Search {
        private static final BigInteger MOST = BigInteger.valueOf(1_000_000);

        @Override
        public void run(SearchSpace space, TrialPool pool, Scoring scoring)
                throws IOException, InterruptedException {
            long size = trials(space);
            for (long start = 0; start < size; start += BATCH) {
                var batch = new ArrayList<SortedMap<String, String>>();
                for (long i = start; i < Math.min(size, start + BATCH); i++) {
                    batch.add(space.gridPoint(i));
                }
                pool.evaluate(batch);
            }
        }

        @Override
        public long trials(SearchSpace space) {
            var size = space.gridSize();
            if (size.compareTo(MOST) > 0) {
                throw new IllegalArgumentException(
                        "the grid has %s points; at most %s are tried: search by chance or evolution"
                                .formatted(size, MOST));
            }
            return size.longValueExact();
        }
    }

    /** Points drawn evenly; the same seed draws the same ones. */
    record Chance(int trials, long seed) implements Search {
        @Override
        public void run(SearchSpace space, TrialPool pool, Scoring scoring)
                throws IOException, InterruptedException {
            var random = new SplittableRandom(seed);
            List<SortedMap<String, String>> batch = new ArrayList<>();
            for (int i = 0; i < trials; i++) {
                batch.add(space.point(random.doubles(space.dimensions()).toArray()));
                if (batch.size() == BATCH || i == trials - 1) {
                    pool.evaluate(batch);
                    batch.clear();
                }
            }
        }

        @Override
        public long trials(SearchSpace space) {
            return trials;
        }
    }
}
