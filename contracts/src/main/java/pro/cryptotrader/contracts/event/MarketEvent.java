package pro.cryptotrader.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import pro.cryptotrader.contracts.value.Symbol;

/** About one symbol and nobody's account; keyed by the symbol. */
public sealed interface MarketEvent extends Event
        permits Tick, CandleClosed, InstrumentListed, MarketAlert, Signal {
    Symbol symbol();

    @Override
    @JsonIgnore
    default String key() {
        return symbol().toString();
    }
}
