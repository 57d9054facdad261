package pro.cryptotrader.simulator.matching;

import java.util.List;

/** Symbols of one base asset among whose books an order may be routed (smart order routing). */
public record Sor(String baseAsset, List<String> symbols) {
    /** Copies. */
    public Sor {
        symbols = List.copyOf(symbols);
    }
}
