package pro.cryptotrader.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pro.cryptotrader.contracts.value.Interval;

/**
 * Entry point: runs every contestant over the same candles, in turns, and prints a table.
 *
 * <p>{@code java -jar benchmarks.jar [candles] [rounds] [name]}; 500,000 candles and 7 rounds
 * unless told otherwise; with a name only what carries it runs, in this process, for a profiler: a
 * contestant, {@value #SCALING} or {@value #FILE_TO_REPORT}. Exit code 1 when the contestants do
 * not make the same trades and the same money.
 */
public final class Main {
    private static final int CANDLES = 500_000;
    private static final int ROUNDS = 7;
    private static final int WARM_UP = 20;
    private static final long SEED = 42;
    private static final int FILE_CANDLES = 1_000_000;
    private static final String SCALING = "scaling";
    private static final String FILE_TO_REPORT = "file-to-report";

    private final int candles;
    private final int rounds;
    private final Field field;

    private Main(int candles, int rounds) {
        this.candles = candles;
        this.rounds = rounds;
        this.field = Field.on(candles, SEED);
    }

    /** Who runs. */
    record Field(Contestant ceiling, List<Contestant> ta4j, Contestant ours, Contestant defaults) {
        static Field on(int candles, long seed) {
            var minutes = Bars.walk(candles, seed, Interval.M1);
            return new Field(
                    new PlainArrays(minutes),
                    List.of(Ta4j.batch(minutes), Ta4j.barByBar(minutes)),
                    Ours.cross(minutes),
                    Ours.live(Bars.walk(candles, seed, Interval.M5)));
        }

        List<Contestant> all() {
            var all = new ArrayList<Contestant>();
            all.add(ceiling);
            all.addAll(ta4j);
            all.add(ours);
            all.add(defaults);
            return all;
        }

        /** Everybody who runs the strategy of the comparison, beside ta4j's first. */
        List<Comparison> comparisons() {
            var theirs = ta4j.getFirst().run();
            var others = new ArrayList<Contestant>();
            others.add(ceiling);
            others.addAll(ta4j.subList(1, ta4j.size()));
            others.add(ours);
            return others.stream()
                    .map(other -> new Comparison(other.name(), theirs, other.run()))
                    .toList();
        }
    }

    public static void main(String... arguments) throws Exception {
        int candles = arguments.length > 0 ? Integer.parseInt(arguments[0]) : CANDLES;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ROUNDS;
        var main = new Main(candles, rounds);
        System.exit((arguments.length > 2 ? main.only(arguments[2]) : main.run()) ? 0 : 1);
    }

    /** One heat in this process. */
    private boolean only(String name) throws Exception {
        switch (name) {
            case SCALING -> {
                Heat.here(field.ours(), candles, WARM_UP, 1);
                System.out.println(new Scaling(field.ours()).measure(rounds).line());
            }
            case FILE_TO_REPORT ->
                    FileToReport.measure(FILE_CANDLES, SEED, rounds).forEach(System.out::println);
            default -> {
                for (var contestant : field.all()) {
                    if (contestant.name().contains(name)) {
                        var heat = Heat.here(contestant, candles, WARM_UP, rounds);
                        System.out.println(heat.row(contestant.name()));
                        System.out.println(heat.line());
                        return true;
                    }
                }
                return false;
            }
        }
        return true;
    }

    private boolean run() throws Exception {
        System.out.printf(
                Locale.ROOT,
                "%,d candles, 2 x %d rounds, Java %s %s; by CPU time of the working thread; load %.1f%n",
                candles,
                rounds,
                Runtime.version(),
                String.join(" ", Processes.FLAGS),
                Processes.load());
        measure();
        boolean same = true;
        for (var comparison : field.comparisons()) {
            System.out.println(comparison.line());
            same &= comparison.isSame();
        }
        for (var name : List.of(SCALING, FILE_TO_REPORT)) {
            Processes.said(
                            Processes.start(
                                    Processes.FLAGS,
                                    Main.class.getName(),
                                    List.of(
                                            Integer.toString(candles),
                                            Integer.toString(rounds),
                                            name)))
                    .forEach(System.out::println);
        }
        System.out.printf(Locale.ROOT, "load at the end %.1f%n", Processes.load());
        return same;
    }

    /** Each in two heats, in turns, so that a busy minute of the machine meets them all. */
    private void measure() throws Exception {
        var first = new ArrayList<Heat>();
        for (var contestant : field.all()) {
            first.add(Heat.apart(contestant, candles, rounds));
        }
        System.out.printf("%-42s %12s %12s %12s%n", "", "M candles/s", "best", "bytes/candle");
        double fastest = 0;
        double ours = 0;
        for (int i = 0; i < first.size(); i++) {
            var contestant = field.all().get(i);
            var heat = first.get(i).and(Heat.apart(contestant, candles, rounds));
            System.out.println(heat.row(contestant.name()));
            if (field.ta4j().contains(contestant)) {
                fastest = Math.max(fastest, heat.rate());
            } else if (contestant.equals(field.ours())) {
                ours = heat.rate();
            }
        }
        System.out.printf(
                Locale.ROOT, "ours against the fastest ta4j: %.2f times%n", ours / fastest);
    }
}
