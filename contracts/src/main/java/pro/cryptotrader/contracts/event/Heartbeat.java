package pro.cryptotrader.contracts.event;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A component is alive. Topic {@code system.heartbeats} (compacted), keyed by component and
 * instance.
 *
 * @param instance which copy of the component
 * @param details what its health checks found, by name
 * @param facts what else it says of itself, by name, such as {@link #VENUE}; empty in heartbeats
 *     from before there were facts
 * @param startedAt wall time
 * @param at wall time
 */
public record Heartbeat(
        String component,
        String instance,
        Status status,
        SortedMap<String, String> details,
        SortedMap<String, String> facts,
        Instant startedAt,
        Instant at)
        implements Event {
    /** The fact that names the venue of whoever places orders: SIMULATOR, TESTNET or LIVE. */
    public static final String VENUE = "venue";

    public Heartbeat {
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
        facts = known(facts);
    }

    private static SortedMap<String, String> known(@Nullable SortedMap<String, String> facts) {
        return Collections.unmodifiableSortedMap(
                facts == null ? new TreeMap<>() : new TreeMap<>(facts));
    }

    public Heartbeat(
            String component,
            String instance,
            Status status,
            Map<String, String> details,
            Map<String, String> facts,
            Instant startedAt,
            Instant at) {
        this(
                component,
                instance,
                status,
                new TreeMap<>(details),
                new TreeMap<>(facts),
                startedAt,
                at);
    }

    @Override
    @com.fasterxml.jackson.annotation.JsonIgnore
    public String key() {
        return component + "|" + instance;
    }

    /** What the component thinks of itself. */
    public enum Status {
        STARTING,
        UP,
        DOWN,
        STOPPED
    }
}
