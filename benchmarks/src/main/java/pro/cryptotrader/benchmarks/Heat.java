package pro.cryptotrader.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One contestant's rounds in a virtual machine of its own, so that nobody's code is compiled for
 * what another one did.
 *
 * @param rates candles a second by CPU time of the working thread, in millions, one per round
 * @param bytes allocated per candle, one per round
 */
record Heat(List<Double> rates, List<Double> bytes) {
    private static final String MARK = "heat ";

    /** Runs here. */
    static Heat here(Contestant contestant, int candles, int warmUp, int rounds) {
        var meter = new Meter();
        var rates = new ArrayList<Double>();
        var bytes = new ArrayList<Double>();
        for (int round = -warmUp; round < rounds; round++) {
            var reading = meter.read(contestant::run);
            if (round >= 0) {
                rates.add(candles * 1e3 / reading.cpuNanos());
                bytes.add((double) reading.bytes() / candles);
            }
        }
        return new Heat(rates, bytes);
    }

    /** Runs in a new process of the same program. */
    static Heat apart(Contestant contestant, int candles, int rounds)
            throws IOException, InterruptedException {
        var arguments =
                List.of(Integer.toString(candles), Integer.toString(rounds), contestant.name());
        return Processes.said(Processes.start(Processes.FLAGS, Main.class.getName(), arguments))
                .stream()
                .filter(line -> line.startsWith(MARK))
                .map(line -> parsed(line.substring(MARK.length())))
                .findFirst()
                .orElseThrow(() ->
                        new IOException("'%s' has measured nothing".formatted(contestant.name())));
    }

    /** What {@link #apart} reads. */
    String line() {
        return MARK + joined(rates) + " " + joined(bytes);
    }

    private static String joined(List<Double> values) {
        return String.join(",", values.stream().map(Object::toString).toList());
    }

    private static Heat parsed(String text) {
        var halves = text.split(" ", 2);
        return new Heat(numbers(halves[0]), numbers(halves[1]));
    }

    private static List<Double> numbers(String text) {
        return Arrays.stream(text.split(",", -1)).map(Double::valueOf).toList();
    }

    Heat and(Heat other) {
        return new Heat(
                Stream.concat(rates.stream(), other.rates.stream()).toList(),
                Stream.concat(bytes.stream(), other.bytes.stream()).toList());
    }

    double rate() {
        return Meter.median(rates);
    }

    String row(String name) {
        return String.format(
                Locale.ROOT,
                "%-42s %12.3f %12.3f %12.0f",
                name,
                rate(),
                Collections.max(rates),
                Meter.median(bytes));
    }
}
