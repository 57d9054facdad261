package pro.cryptotrader.executor;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.executor.outbound.VenueSite;

/**
 * Named places at which this process can be told to die, as {@code kill -9} does it, so that tests
 * reach every one of them. Armed by {@code CRASH_POINT} only, and never in live mode.
 */
@ApplicationScoped
public class CrashPoints {
    private static final Logger LOG = Logger.getLogger(CrashPoints.class);
    private static final int KILLED = 137;

    private final @Nullable String armed;
    private final AtomicInteger left;

    CrashPoints(@ConfigProperty(name = "crash.point") Optional<String> point, VenueSite site) {
        if (point.isPresent() && site.mode() == VenueSite.Mode.LIVE) {
            throw new IllegalStateException(
                    "CRASH_POINT is '%s', but in live mode nobody plays dead: unset it"
                            .formatted(point.get()));
        }
        var parts = point.orElse("").split("#", 2);
        this.armed = point.isPresent() ? parts[0] : null;
        this.left = new AtomicInteger(parts.length == 2 ? Integer.parseInt(parts[1]) : 1);
    }

    void warn(@Observes @Priority(4) StartupEvent event) {
        if (armed != null) {
            LOG.warnf("this process will die at '%s'", armed);
        }
    }

    /** Dies here if that is wanted; {@code place} says where, {@code what} is being done. */
    public void reached(String place, Object what) {
        if (armed != null && armed.equals(place + ":" + what) && left.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(KILLED);
        }
    }
}
