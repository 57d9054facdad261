package pro.cryptotrader.runner;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Consumer;

/** What a person sees while the platform starts, runs and stops; the launcher's log has it, too. */
final class Console {
    private final PrintStream out;
    private final InstantSource clock;
    private volatile Consumer<String> log = line -> {};
    private final long startedAt = System.nanoTime();

    Console(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    /** For tests. */
    static Console quiet() {
        return new Console(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                InstantSource.system());
    }

    void alsoTo(Consumer<String> file) {
        log = file;
    }

    void say(String text) {
        log.accept(clock.instant().truncatedTo(ChronoUnit.MILLIS) + " " + text.strip());
        out.println(text);
        out.flush();
    }

    /** Not for the log. */
    void whisper(String text) {
        out.println(text);
        out.flush();
    }

    void blank() {
        out.println();
        out.flush();
    }

    /** {@code what} happened just now. */
    void event(String what) {
        say(String.format(Locale.ROOT, "%6.1f s  %s", seconds(), what));
    }

    double seconds() {
        return (System.nanoTime() - startedAt) / 1e9;
    }
}
