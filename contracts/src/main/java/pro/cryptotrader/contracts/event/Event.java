package pro.cryptotrader.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A fact or a request that one service tells the others. Records only, so that equal events are
 * equal objects.
 */
public sealed interface Event permits MarketEvent, AccountEvent, TrialEvent, Heartbeat {

    /** The message key: events of one key keep their order. */
    @JsonIgnore
    String key();
}
