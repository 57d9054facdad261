package pro.cryptotrader.core.risk;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import pro.cryptotrader.contracts.value.Symbol;

/** The market at the moment of a decision, the same for all accounts. */
public record MarketView(SortedMap<Symbol, SymbolMarket> symbols) {
    public MarketView {
        symbols = Collections.unmodifiableSortedMap(new TreeMap<>(symbols));
    }

    /** A market of one symbol. */
    public static MarketView of(Symbol symbol, SymbolMarket market) {
        var symbols = new TreeMap<Symbol, SymbolMarket>();
        symbols.put(symbol, market);
        return new MarketView(symbols);
    }

    /** What is known of {@code symbol}, which may be nothing. */
    public SymbolMarket of(Symbol symbol) {
        return symbols.getOrDefault(symbol, SymbolMarket.UNKNOWN);
    }
}
