package pro.cryptotrader.core.risk;

import java.util.Map;
import pro.cryptotrader.contracts.event.Denial;

/** There must be cash for an entry that is worth making. */
record Affordable() implements RiskRule<EntryPlan> {
    @Override
    public boolean allows(EntryPlan plan) {
        return plan.affordable().compareTo(plan.wanted()) >= 0 || plan.canBeLeft();
    }

    @Override
    public Finding review(EntryPlan plan) {
        return Finding.of(
                "affordable",
                allows(plan),
                () -> plan.affordable().toString(),
                () -> "at best " + plan.wanted(),
                () ->
                        new Denial(
                                Denial.Code.INSUFFICIENT_FUNDS,
                                "%s can be spent, too little for the venue; the entry would be worth %s"
                                        .formatted(plan.affordable(), plan.wanted()),
                                Map.of(
                                        "affordable",
                                        plan.affordable().toString(),
                                        "wanted",
                                        plan.wanted().toString())));
    }
}
