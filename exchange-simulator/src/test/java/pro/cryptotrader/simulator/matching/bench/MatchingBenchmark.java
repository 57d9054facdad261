package pro.cryptotrader.simulator.matching.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** Order commands per second through the matching core on one thread, every check switched on. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(1)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 3)
public class MatchingBenchmark {
    private static final int COMMANDS = 1000;

    private TradingDay day = new TradingDay();

    /** Begins with a book that has orders in it. */
    @Setup
    public void open() {
        day = new TradingDay();
        for (var i = 0; i < 100 * COMMANDS; i++) {
            day.command();
        }
    }

    /** Limit, market, stop and iceberg orders, pairs and cancels; returns how many facts came. */
    @Benchmark
    @OperationsPerInvocation(COMMANDS)
    public long orderCommands() {
        var facts = 0L;
        for (var i = 0; i < COMMANDS; i++) {
            facts += day.command();
        }
        return facts;
    }

    /** Runs it; takes JMH's own options. */
    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
        new Runner(new CommandLineOptions(arguments)).run();
    }
}
