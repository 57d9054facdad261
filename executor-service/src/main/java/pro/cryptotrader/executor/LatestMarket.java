package pro.cryptotrader.executor;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.Tick;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Symbol;

/** The market's time and prices as far as ticks have shown them; one entry per symbol. */
@ApplicationScoped
class LatestMarket {
    private final Map<Symbol, Price> bids = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Instant> latest = new AtomicReference<>();

    void onTick(Tick tick) {
        bids.put(tick.symbol(), tick.bid());
        latest.accumulateAndGet(
                tick.at(),
                (known, seen) ->
                        known == null || (seen != null && seen.isAfter(known)) ? seen : known);
    }

    /** The latest time that any symbol has shown; null before the first tick. */
    @Nullable Instant time() {
        return latest.get();
    }

    @Nullable Price bid(Symbol symbol) {
        return bids.get(symbol);
    }
}
