package pro.cryptotrader.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Supplier;

/** Measures what the working thread does: its CPU time, whatever else the machine is busy with. */
final class Meter {
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /**
     * One run.
     *
     * @param cpuNanos CPU time of the thread
     * @param wallNanos what a clock on the wall showed
     * @param bytes allocated by the thread
     */
    record Reading<T>(T value, long cpuNanos, long wallNanos, long bytes) {}

    <T> Reading<T> read(Supplier<T> work) {
        long bytes = threads.getCurrentThreadAllocatedBytes();
        long wall = System.nanoTime();
        long cpu = threads.getCurrentThreadCpuTime();
        var value = work.get();
        return new Reading<>(
                value,
                threads.getCurrentThreadCpuTime() - cpu,
                System.nanoTime() - wall,
                threads.getCurrentThreadAllocatedBytes() - bytes);
    }

    /** The middle one of some measurements. */
    static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
