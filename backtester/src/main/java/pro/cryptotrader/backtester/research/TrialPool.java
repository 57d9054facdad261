package pro.cryptotrader.backtester.research;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs trials on many threads, each configuration once. Numbers follow the order of the proposals,
 * not that of the threads.
 */
public final class TrialPool implements AutoCloseable {
    private final TrialRunner runner;
    private final TrialLog log;
    private final Runnable afterEach;
    private final ExecutorService threads;
    private final LinkedHashMap<SortedMap<String, String>, TrialOutcome> done =
            new LinkedHashMap<>();

    /**
     * A pool.
     *
     * @param afterEach hears of every trial that has ended, from any thread
     */
    public TrialPool(TrialRunner runner, TrialLog log, int threads, Runnable afterEach) {
        this.runner = runner;
        this.log = log;
        this.afterEach = afterEach;
        this.threads = Executors.newFixedThreadPool(threads);
    }

    /**
     * The outcomes of these configurations, in their order; those that are known are not run again.
     *
     * @throws IOException when the log cannot be written
     */
    public List<TrialOutcome> evaluate(List<SortedMap<String, String>> proposals)
            throws IOException, InterruptedException {
        var running = new LinkedHashMap<SortedMap<String, String>, Future<TrialOutcome>>();
        for (var values : proposals) {
            if (!done.containsKey(values) && !running.containsKey(values)) {
                int number = done.size() + running.size() + 1;
                running.put(values, threads.submit(() -> one(number, values)));
            }
        }
        for (var each : running.entrySet()) {
            done.put(each.getKey(), result(each.getValue()));
        }
        return proposals.stream().map(done::get).toList();
    }

    private TrialOutcome one(int number, SortedMap<String, String> values) throws IOException {
        var known = log.find(values);
        TrialOutcome outcome;
        if (known.isPresent()) {
            outcome = known.get().numbered(number);
        } else {
            outcome = runner.run(values).numbered(number);
            log.add(outcome);
        }
        afterEach.run();
        return outcome;
    }

    private static TrialOutcome result(Future<TrialOutcome> future)
            throws IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IllegalStateException("a trial failed: " + e.getCause(), e.getCause());
        }
    }

    /** All trials so far, in the order of their numbers. */
    public List<TrialOutcome> all() {
        return new ArrayList<>(done.values());
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
