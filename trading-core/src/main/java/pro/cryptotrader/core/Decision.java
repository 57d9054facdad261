package pro.cryptotrader.core;

import java.util.List;
import pro.cryptotrader.contracts.event.Event;

/**
 * What a decider answers: the state from now on and what is to be said, in order. Deciding changes
 * nothing; the caller keeps both or neither.
 */
public record Decision<S>(S state, List<Event> events) {
    public Decision {
        events = List.copyOf(events);
    }

    /** Nothing is said. */
    public static <S> Decision<S> quiet(S state) {
        return new Decision<>(state, List.of());
    }
}
