package pro.cryptotrader.contracts.event;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A component is alive. Topic {@code system.heartbeats} (compacted), keyed by component and
 * instance.
 *
 * @param instance which copy of the component
 * @param details what its health checks found, by name
 * @param startedAt wall time
 * @param at wall time
 */
public record Heartbeat(
        String component,
        String instance,
        Status status,
        SortedMap<String, String> details,
        Instant startedAt,
        Instant at)
        implements Event {
    public Heartbeat {
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }

    public Heartbeat(
            String component,
            String instance,
            Status status,
            Map<String, String> details,
            Instant startedAt,
            Instant at) {
        this(component, instance, status, new TreeMap<>(details), startedAt, at);
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
