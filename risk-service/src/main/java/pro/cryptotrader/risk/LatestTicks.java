package pro.cryptotrader.risk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.Tick;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.core.risk.SymbolMarket;

/**
 * The latest tick of each symbol, in memory: after a restart there is none until the market speaks
 * again, and no entry either.
 */
@ApplicationScoped
public class LatestTicks {
    private final Map<Symbol, Tick> ticks = new ConcurrentHashMap<>();

    public void see(Envelope<Event> message) {
        if (message.data() instanceof Tick tick) {
            ticks.merge(
                    tick.symbol(),
                    tick,
                    (known, seen) -> seen.at().isBefore(known.at()) ? known : seen);
        }
    }

    SymbolMarket addTo(SymbolMarket market, Symbol symbol) {
        var tick = ticks.get(symbol);
        return tick == null ? market : market.with(tick);
    }
}
