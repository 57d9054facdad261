package pro.cryptotrader.backtester.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How far a long command is, on one line that is written over, at most five times a second; safe
 * for many threads.
 */
final class ProgressBar implements AutoCloseable {
    private static final int WIDTH = 30;
    private static final Duration STEP = Duration.ofMillis(200);

    private final PrintWriter err;
    private final InstantSource clock;
    private final String what;
    private final double total;
    private final Instant started;
    private Instant shown = Instant.MIN;

    ProgressBar(PrintWriter err, InstantSource clock, String what, double total) {
        this.err = err;
        this.clock = clock;
        this.what = what;
        this.total = total;
        this.started = clock.instant();
    }

    /** Says that {@code done} of the total is done. */
    synchronized void at(double done) {
        var now = clock.instant();
        if (shown.isAfter(now.minus(STEP)) && done < total) {
            return;
        }
        shown = now;
        double share = total <= 0 ? 1 : Math.clamp(done / total, 0, 1);
        int full = (int) Math.round(share * WIDTH);
        err.print(
                "\r%s [%s%s] %3.0f %% %s "
                        .formatted(
                                what,
                                "=".repeat(full),
                                " ".repeat(WIDTH - full),
                                100 * share,
                                left(share, Duration.between(started, now))));
        err.flush();
    }

    private static String left(double share, Duration spent) {
        if (share <= 0 || share >= 1) {
            return "in " + words(spent);
        }
        return words(Duration.ofMillis((long) (spent.toMillis() * (1 - share) / share))) + " left";
    }

    static String words(Duration time) {
        return time.toHours() > 0
                ? "%d h %02d min".formatted(time.toHours(), time.toMinutesPart())
                : time.toMinutes() > 0
                        ? "%d min %02d s".formatted(time.toMinutes(), time.toSecondsPart())
                        : "%d s".formatted(time.toSeconds());
    }

    @Override
    public void close() {
        err.println();
        err.flush();
    }
}
