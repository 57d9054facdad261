package pro.cryptotrader.core.risk;

import java.util.Map;
import pro.cryptotrader.contracts.event.Denial;
import pro.cryptotrader.contracts.value.Money;

/** Entries leave the minimum balance untouched. */
record MinimumBalance() implements RiskRule<Entry> {
    @Override
    public boolean allows(Entry entry) {
        return free(entry).compareTo(entry.limits().minimumBalance()) > 0;
    }

    private static Money free(Entry entry) {
        return entry.funds().cash().minus(entry.account().reservedCash());
    }

    @Override
    public Finding review(Entry entry) {
        var free = free(entry);
        var minimum = entry.limits().minimumBalance();
        return Finding.of(
                "minimum-balance",
                allows(entry),
                () -> free.toString(),
                () -> "more than " + minimum,
                () ->
                        new Denial(
                                Denial.Code.MINIMUM_BALANCE,
                                "%s in cash is free and %s must stay".formatted(free, minimum),
                                Map.of("free", free.toString(), "minimum", minimum.toString())));
    }
}
