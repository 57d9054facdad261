package pro.cryptotrader.core.risk;

import java.util.Map;
import pro.cryptotrader.contracts.event.Denial;

/** The venue must take new orders on the symbol. */
record SymbolTradable() implements RiskRule<Entry> {
    @Override
    public boolean allows(Entry entry) {
        return entry.instrument().tradable() && !entry.candidate().market().halted();
    }

    @Override
    public Finding review(Entry entry) {
        boolean tradable = allows(entry);
        return Finding.of(
                "symbol-tradable",
                tradable,
                () -> tradable ? "trading" : "halted",
                () -> "trading",
                () ->
                        new Denial(
                                Denial.Code.SYMBOL_HALTED,
                                "the venue takes no new orders on %s now".formatted(entry.symbol()),
                                Map.of()));
    }
}
