package pro.cryptotrader.core.engine;

import java.util.UUID;
import pro.cryptotrader.contracts.event.Event;

/** Hears everything that an account's deciders say, in order. */
public interface Journal {
    /**
     * An event.
     *
     * @param cause the id of the event that led to it: a signal's for a verdict, a permit's for
     *     what follows from it
     */
    void said(Event event, UUID cause);
}
