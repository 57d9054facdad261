package pro.cryptotrader.core.engine;

import java.time.Instant;
import java.util.UUID;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.ExitRequested;
import pro.cryptotrader.contracts.event.RiskVerdict;
import pro.cryptotrader.core.execution.Permit;
import pro.cryptotrader.core.execution.Terms;
import pro.cryptotrader.core.execution.TradeInput;

/** How what is permitted in one symbol becomes orders, and what the venue says becomes fills. */
interface OrderLife {
    /** A purchase or sale was approved. */
    void approved(RiskVerdict.Approved verdict, Permit permit, Instant at, Terms terms);

    /** The position is to be left. */
    void leave(ExitRequested exit, UUID exitId, Terms terms);

    /** The venue answers, says something about an order, or time has passed. */
    void hear(TradeInput input, Terms terms);

    /** Whether it waits for something, so that time helps. */
    boolean isUnsettled();

    /** Whether the position is being left. */
    boolean isLeaving();

    /** Who hears what it says. */
    interface Listener {
        void hear(Event event, UUID cause);
    }
}
