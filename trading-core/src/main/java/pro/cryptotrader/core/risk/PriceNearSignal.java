package pro.cryptotrader.core.risk;

import java.math.BigDecimal;
import java.util.Map;
import pro.cryptotrader.contracts.event.Denial;

/** The price must still be near the signal's: within half of the stop distance. */
record PriceNearSignal() implements RiskRule<Entry> {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    @Override
    public boolean allows(Entry entry) {
        var most = most(entry);
        var ask = entry.tick().ask();
        var meant = entry.signal().entry();
        return !ask.isAbove(meant.plusPercent(most))
                && !ask.isBelow(meant.plusPercent(most.negate()));
    }

    private static BigDecimal most(Entry entry) {
        return entry.limits().stopLossPct().multiply(HALF);
    }

    @Override
    public Finding review(Entry entry) {
        var most = most(entry);
        var ask = entry.tick().ask();
        var meant = entry.signal().entry();
        return Finding.of(
                "price-near-signal",
                allows(entry),
                () -> ask.toString(),
                () -> meant + " ± " + most.toPlainString() + " %",
                () ->
                        new Denial(
                                Denial.Code.PRICE_MOVED,
                                "the ask is %s; the signal meant %s, and %s %% away is allowed"
                                        .formatted(ask, meant, most.toPlainString()),
                                Map.of(
                                        "ask",
                                        ask.toString(),
                                        "signalEntry",
                                        meant.toString(),
                                        "allowedPct",
                                        most.toPlainString())));
    }
}
