package pro.cryptotrader.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import pro.cryptotrader.backtester.engine.BacktestSettings.OrderLives;
import pro.cryptotrader.contracts.value.Interval;

/**
 * Entry point: runs every contestant over the same candles, in turns, and prints a table.
 *
 * <p>{@code java -jar benchmarks.jar [candles] [rounds] [name]}; 500,000 candles and 7 rounds
 * unless told otherwise; with a name only the first contestant that carries it runs, for a
 * profiler. Exit code 1 when the contestants do not make the same trades.
 */
public final class Main {
    private static final int CANDLES = 500_000;
    private static final int ROUNDS = 7;
    private static final int WARM_UP = 12;
    private static final long SEED = 42;

    private final int rounds;

    private Main(int rounds) {
        this.rounds = rounds;
    }

    public static void main(String... arguments) throws Exception {
        int candles = arguments.length > 0 ? Integer.parseInt(arguments[0]) : CANDLES;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ROUNDS;
        var main = new Main(rounds);
        System.exit(
                (arguments.length > 2 ? main.only(candles, arguments[2]) : main.run(candles))
                        ? 0
                        : 1);
    }

    /** One heat of a contestant in this process. */
    private boolean only(int candles, String name) {
        for (var contestant : contestants(candles)) {
            if (contestant.name().contains(name)) {
                var heat = Heat.here(contestant, candles, WARM_UP, rounds);
                System.out.println(heat.row(contestant.name()));
                System.out.println(heat.line());
                return true;
            }
        }
        return false;
    }

    private static List<Contestant> contestants(int candles) {
        var minutes = Bars.walk(candles, SEED, Interval.M1);
        var fives = Bars.walk(candles, SEED, Interval.M5);
        return List.of(
                new PlainArrays(minutes),
                Ta4j.batch(minutes),
                Ta4j.barByBar(minutes),
                Ours.cross(minutes, OrderLives.SHORT),
                Ours.cross(minutes, OrderLives.FULL),
                Ours.live(fives, OrderLives.SHORT),
                Ours.live(fives, OrderLives.FULL));
    }

    private boolean run(int candles) throws Exception {
        var contestants = contestants(candles);
        System.out.printf(
                Locale.ROOT,
                "%,d candles, 2 x %d rounds, Java %s; by CPU time of the working thread%n",
                candles,
                rounds,
                Runtime.version());
        var rates = measure(contestants, candles);
        boolean same =
                compare(
                        contestants.get(1),
                        List.of(contestants.get(0), contestants.get(3), contestants.get(4)));
        System.out.printf(
                Locale.ROOT,
                "ours against the fastest ta4j: %.2f times%n",
                rates[3] / Math.max(rates[1], rates[2]));
        Heat.here(contestants.get(3), candles, WARM_UP, 1);
        scale(contestants.get(3));
        return same;
    }

    /** Each in two heats, in turns, so that a busy minute of the machine meets them all. */
    private double[] measure(List<Contestant> contestants, int candles) throws Exception {
        var heats = new ArrayList<Heat>();
        for (var contestant : contestants) {
            heats.add(Heat.apart(contestant, candles, rounds));
        }
        System.out.printf("%-42s %12s %12s %12s%n", "", "M candles/s", "best", "bytes/candle");
        var rates = new double[contestants.size()];
        for (int i = 0; i < contestants.size(); i++) {
            var contestant = contestants.get(i);
            var heat = heats.get(i).and(Heat.apart(contestant, candles, rounds));
            rates[i] = heat.rate();
            System.out.println(heat.row(contestant.name()));
        }
        return rates;
    }

    private static boolean compare(Contestant ta4j, List<Contestant> others) {
        var theirs = ta4j.run();
        boolean same = true;
        for (var other : others) {
            var outcome = other.run();
            boolean trades = outcome.trades().equals(theirs.trades());
            boolean money = Math.abs(outcome.equity() - theirs.equity()) < 0.01;
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d trades, %s; equity %.6f, ta4j's %.6f, %s%n",
                    other.name(),
                    outcome.trades().size(),
                    trades ? "the same as ta4j's" : "NOT those of ta4j",
                    outcome.equity(),
                    theirs.equity(),
                    money ? "the same to the cent" : "NOT THE SAME");
            same &= trades && money;
        }
        return same;
    }

    /** How much more two threads get done than one, in the same minute. */
    private void scale(Contestant contestant) throws Exception {
        var ratios = new ArrayList<Double>();
        for (int round = 0; round < rounds; round++) {
            double one = together(contestant, 1);
            double two = together(contestant, 2);
            ratios.add(two / one);
        }
        System.out.printf(
                Locale.ROOT,
                "two threads do %.2f times what one does (best %.2f), by the wall%n",
                Meter.median(ratios),
                Collections.max(ratios));
    }

    private static double together(Contestant contestant, int threads)
            throws InterruptedException, ExecutionException {
        var barrier = new CyclicBarrier(threads);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var work = new ArrayList<Callable<Long>>();
            for (int i = 0; i < threads; i++) {
                work.add(() -> {
                    barrier.await();
                    long start = System.nanoTime();
                    contestant.run();
                    contestant.run();
                    return System.nanoTime() - start;
                });
            }
            long longest = 0;
            for (var done : pool.invokeAll(work)) {
                longest = Math.max(longest, done.get());
            }
            return 2.0 * threads / longest;
        }
    }
}
