package pro.cryptotrader.runner;

import java.io.PrintStream;
import java.util.Locale;
import java.util.logging.Logger;

/** What a person sees while the platform starts, runs and stops; the launcher's log has it, too. */
final class Console {
    private static final Logger LOG = Logger.getLogger("launcher");

    private final PrintStream out;
    private final long startedAt = System.nanoTime();

    Console(PrintStream out) {
        this.out = out;
    }

    /** For tests. */
    static Console quiet() {
        return new Console(
                new PrintStream(
                        java.io.OutputStream.nullOutputStream(),
                        false,
                        java.nio.charset.StandardCharsets.UTF_8));
    }

    void say(String text) {
        LOG.info(text);
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
