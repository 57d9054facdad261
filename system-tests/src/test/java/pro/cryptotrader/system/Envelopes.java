package pro.cryptotrader.system;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.wire.Envelope;

/** Reads envelopes as consumers do: what was delivered again is the same event. */
final class Envelopes {
    private Envelopes() {}

    /** Those of {@code type}, in order, each id once. */
    static <E extends Event> List<Envelope<E>> of(
            Class<E> type, List<? extends Envelope<?>> envelopes) {
        var seen = new HashSet<UUID>();
        return envelopes.stream()
                .filter(envelope -> type.isInstance(envelope.data()) && seen.add(envelope.id()))
                .map(envelope ->
                        new Envelope<>(
                                envelope.id(),
                                envelope.source(),
                                envelope.time(),
                                envelope.cause(),
                                envelope.correlation(),
                                type.cast(envelope.data())))
                .toList();
    }
}
