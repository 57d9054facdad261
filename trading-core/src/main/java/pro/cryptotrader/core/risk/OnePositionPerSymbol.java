package pro.cryptotrader.core.risk;

import java.util.Map;
import pro.cryptotrader.contracts.event.Denial;

/** One position per symbol, entries on their way included. */
record OnePositionPerSymbol() implements RiskRule<Entry> {
    @Override
    public boolean allows(Entry entry) {
        var account = entry.account();
        return !account.holds(entry.symbol()) && !account.isEntering(entry.symbol());
    }

    @Override
    public Finding review(Entry entry) {
        boolean held = entry.account().holds(entry.symbol());
        boolean entering = entry.account().isEntering(entry.symbol());
        return Finding.of(
                "one-position-per-symbol",
                allows(entry),
                () -> held ? "open" : entering ? "on its way" : "none",
                () -> "none",
                () ->
                        new Denial(
                                Denial.Code.POSITION_EXISTS,
                                held
                                        ? "a position in %s is open".formatted(entry.symbol())
                                        : "an entry into %s is on its way"
                                                .formatted(entry.symbol()),
                                Map.of()));
    }
}
