package pro.cryptotrader.contracts.event;

import java.time.Instant;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * The venue's rules for a symbol, at start and whenever they change. Topic {@code
 * market.instruments} (compacted).
 */
public record InstrumentListed(Instrument instrument, Instant at) implements MarketEvent {
    @Override
    public Symbol symbol() {
        return instrument.symbol();
    }
}
