package pro.cryptotrader.position;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import pro.cryptotrader.contracts.event.Tick;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.core.position.AccountLedger;
import pro.cryptotrader.core.position.MarketView;
import pro.cryptotrader.position.outbound.Instruments;

/** The market's latest word, in memory: one entry per symbol. */
@ApplicationScoped
class LiveMarket {
    private final Instruments stored;
    private final Map<Symbol, Instrument> instruments = new ConcurrentHashMap<>();
    private final Map<Symbol, Price> bids = new ConcurrentHashMap<>();
    private final Map<Symbol, Instant> times = new ConcurrentHashMap<>();
    private final MarketView view = new MarketView(instruments, bids);

    LiveMarket(Instruments stored) {
        this.stored = stored;
    }

    void start(@Observes @Priority(10) StartupEvent event) {
        stored.all().forEach(this::know);
    }

    void know(Instrument instrument) {
        instruments.put(instrument.symbol(), instrument);
    }

    void move(Tick tick) {
        times.put(tick.symbol(), tick.at());
        bids.put(tick.symbol(), tick.bid());
    }

    MarketView view() {
        return view;
    }

    /** The ledger at the latest bid of everything that it holds. */
    AccountLedger mark(AccountLedger ledger) {
        var marked = ledger;
        for (var holding : ledger.holdings()) {
            var symbol = ledger.symbolOf(holding);
            var bid = bids.get(symbol);
            var at = times.get(symbol);
            if (bid != null && at != null) {
                marked = marked.marked(symbol, bid, at);
            }
        }
        return marked;
    }
}
