package pro.cryptotrader.core.risk;

import java.util.Map;
import pro.cryptotrader.contracts.event.Denial;

/** A bound on open positions, entries on their way included. */
record MaxPositions() implements RiskRule<Entry> {
    @Override
    public boolean allows(Entry entry) {
        var account = entry.account();
        return account.openPositions() + account.pendingEntries() < entry.limits().maxPositions();
    }

    @Override
    public Finding review(Entry entry) {
        int open = entry.account().openPositions();
        int pending = entry.account().pendingEntries();
        int most = entry.limits().maxPositions();
        return Finding.of(
                "max-positions",
                allows(entry),
                () -> Integer.toString(open + pending),
                () -> "fewer than " + most,
                () ->
                        new Denial(
                                Denial.Code.MAX_POSITIONS,
                                "%d positions are open and %d on their way; %d are allowed"
                                        .formatted(open, pending, most),
                                Map.of(
                                        "open",
                                        Integer.toString(open),
                                        "pending",
                                        Integer.toString(pending),
                                        "limit",
                                        Integer.toString(most))));
    }
}
