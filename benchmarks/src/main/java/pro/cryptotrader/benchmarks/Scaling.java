package pro.cryptotrader.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * How much more two threads get done than one, in the same minute: by the wall, which knows of
 * everything else that the machine does, and by the CPU time of both, which knows of nothing but
 * what they do to each other.
 */
final class Scaling {
    private static final int RUNS = 3;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Contestant contestant;
    private final List<Double> byWall = new ArrayList<>();
    private final List<Double> byCpu = new ArrayList<>();

    /** What one thread needed for its runs. */
    private record Reading(long wallNanos, long cpuNanos) {}

    Scaling(Contestant contestant) {
        this.contestant = contestant;
    }

    Scaling measure(int rounds) throws InterruptedException, ExecutionException {
        try (var pool = Executors.newFixedThreadPool(2)) {
            for (int round = -1; round < rounds; round++) {
                var alone = together(pool, 1);
                var both = together(pool, 2);
                if (round >= 0) {
                    byWall.add(2.0 * longest(alone) / longest(both));
                    byCpu.add(4.0 * cpu(alone) / cpu(both));
                }
            }
        }
        return this;
    }

    private List<Reading> together(ExecutorService pool, int count)
            throws InterruptedException, ExecutionException {
        var barrier = new CyclicBarrier(count);
        var work = new ArrayList<Callable<Reading>>();
        for (int i = 0; i < count; i++) {
            work.add(() -> {
                barrier.await();
                long wall = System.nanoTime();
                long cpu = threads.getCurrentThreadCpuTime();
                for (int run = 0; run < RUNS; run++) {
                    contestant.run();
                }
                return new Reading(
                        System.nanoTime() - wall, threads.getCurrentThreadCpuTime() - cpu);
            });
        }
        var readings = new ArrayList<Reading>();
        for (var done : pool.invokeAll(work)) {
            readings.add(done.get());
        }
        return readings;
    }

    private static double longest(List<Reading> readings) {
        return readings.stream().mapToLong(Reading::wallNanos).max().orElseThrow();
    }

    private static double cpu(List<Reading> readings) {
        return readings.stream().mapToLong(Reading::cpuNanos).sum();
    }

    /** For people. */
    String line() {
        return String.format(
                Locale.ROOT,
                "two threads do %.2f times what one does by the wall (best %.2f), %.2f by CPU time"
                        + " (best %.2f)",
                Meter.median(byWall),
                Collections.max(byWall),
                Meter.median(byCpu),
                Collections.max(byCpu));
    }
}
