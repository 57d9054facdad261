package pro.cryptotrader.core.execution;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.Event;

/**
 * What a decision about a trade comes to: keep {@code trade} and say {@code events} in one
 * transaction, and only then perform {@code command}.
 *
 * @param command null when nothing is to be asked of the venue
 */
public record TradeStep(Trade trade, List<Event> events, @Nullable VenueCommand command) {
    public TradeStep {
        events = List.copyOf(events);
    }
}
