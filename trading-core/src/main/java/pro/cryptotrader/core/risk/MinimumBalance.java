package pro.cryptotrader.core.risk;

import java.util.Map;
import pro.cryptotrader.contracts.event.Denial;

/** Entries leave the minimum balance untouched. */
record MinimumBalance() implements RiskRule<Entry> {
    @Override
    public Finding review(Entry entry) {

        var free = entry.funds().cash().minus(entry.account().reservedCash());
        var minimum = entry.limits().minimumBalance();
        return Finding.of(
                "minimum-balance",
                free.compareTo(minimum) > 0,
                () -> free.toString(),
                () -> "more than " + minimum,
                () ->
                        new Denial(
                                Denial.Code.MINIMUM_BALANCE,
                                "%s in cash is free and %s must stay".formatted(free, minimum),
                                Map.of("free", free.toString(), "minimum", minimum.toString())));
    }
}
