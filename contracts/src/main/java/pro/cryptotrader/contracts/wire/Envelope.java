package pro.cryptotrader.contracts.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.AccountEvent;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.DeterministicId;

/**
 * An event with what is needed to trace and to deduplicate it; on the wire a CloudEvents 1.0
 * document.
 *
 * @param id the same however often it is computed or delivered
 * @param source the service that says it
 * @param time market time where the event has one, else wall time
 * @param cause the id of the event that led to it; null where the chain begins
 * @param correlation the id of the event where the chain began
 */
public record Envelope<E extends Event>(
        UUID id, String source, Instant time, @Nullable UUID cause, UUID correlation, E data) {

    /** An event that no other one caused, such as a candle or a command. */
    public static <E extends Event> Envelope<E> root(UUID id, String source, Instant time, E data) {
        return new Envelope<>(id, source, time, null, id, data);
    }

    /**
     * An event that this one causes.
     *
     * @param name tells apart what one event causes; the id is a function of it and of this event's
     *     id
     */
    public <F extends Event> Envelope<F> causes(String source, String name, Instant time, F event) {
        return new Envelope<>(DeterministicId.of(id, name), source, time, id, correlation, event);
    }

    /**
     * What a decision about this event says, in order, each with an id that a second run would give
     * it again.
     *
     * @param events at most one decision's worth: the ids count within it
     */
    public List<Envelope<Event>> causes(String source, Instant time, List<Event> events) {
        var effects = new ArrayList<Envelope<Event>>(events.size());
        for (var event : events) {
            var name =
                    "%s|%s|%d"
                            .formatted(EventType.of(event).typeName(), event.key(), effects.size());
            effects.add(causes(source, name, time, event));
        }
        return effects;
    }

    /** The account it is about; null for market and system events. */
    public @Nullable AccountId account() {
        return data instanceof AccountEvent event ? event.account() : null;
    }

    public EventType type() {
        return EventType.of(data);
    }
}
