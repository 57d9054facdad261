package pro.cryptotrader.core.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import pro.cryptotrader.contracts.event.Tick;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.core.position.MarketView;
import pro.cryptotrader.core.risk.SymbolMarket;

/** What all accounts know of the market at a moment: rules and latest prices by symbol. */
public final class Market {
    private final Map<Symbol, Instrument> instruments = new HashMap<>();
    private final Map<Symbol, Price> bids = new HashMap<>();
    private final Map<Symbol, Tick> ticks = new HashMap<>();
    private final MarketView view = new MarketView(instruments, bids);

    /** Learns the venue's rules for a symbol. */
    public void list(Instrument instrument) {
        instruments.put(instrument.symbol(), instrument);
    }

    /** Learns the latest prices of a symbol. */
    public void see(Tick tick) {
        ticks.put(tick.symbol(), tick);
        bids.put(tick.symbol(), tick.bid());
    }

    /**
     * The venue's rules for a symbol.
     *
     * @throws NullPointerException when it was never listed
     */
    public Instrument instrument(Symbol symbol) {
        return Objects.requireNonNull(instruments.get(symbol), () -> symbol + " is not listed");
    }

    MarketView view() {
        return view;
    }

    SymbolMarket of(Symbol symbol) {
        return new SymbolMarket(ticks.get(symbol), instruments.get(symbol), false, false);
    }
}
