package pro.cryptotrader.executor;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.executor.outbound.VenueSite;

/**
 * Named places at which this process can be told to die, as {@code kill -9} does it, or to stand
 * still, as {@code kill -STOP} does it, so that tests reach every one of them. Armed by {@code
 * CRASH_POINT} ({@code place:kind}, or {@code stop place:kind}) only, and never in live mode.
 */
@ApplicationScoped
public class CrashPoints {
    private static final Logger LOG = Logger.getLogger(CrashPoints.class);
    private static final int KILLED = 137;
    private static final String STOP = "stop ";

    private final @Nullable String armed;
    private final boolean stops;
    private final AtomicBoolean passed = new AtomicBoolean();

    CrashPoints(@ConfigProperty(name = "crash.point") Optional<String> point, VenueSite site) {
        if (point.isPresent() && site.mode() == VenueSite.Mode.LIVE) {
            throw new IllegalStateException(
                    "CRASH_POINT is '%s', but in live mode nobody plays dead: unset it"
                            .formatted(point.get()));
        }
        var text = point.orElse("");
        this.stops = text.startsWith(STOP);
        this.armed = point.isEmpty() ? null : stops ? text.substring(STOP.length()) : text;
    }

    void warn(@Observes @Priority(4) StartupEvent event) {
        if (armed != null) {
            LOG.warnf("this process will %s at '%s'", stops ? "stand still" : "die", armed);
        }
    }

    /** Ends here if that is wanted; {@code place} says where, {@code what} is being done. */
    public void reached(String place, Object what) {
        if (armed == null || !armed.equals(place + ":" + what) || passed.getAndSet(true)) {
            return;
        }
        if (!stops) {
            Runtime.getRuntime().halt(KILLED);
        }
        try {
            var own = Long.toString(ProcessHandle.current().pid());
            new ProcessBuilder("kill", "-STOP", own).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot stand still at " + armed, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
