package pro.cryptotrader.core.risk;

import java.util.Map;
import pro.cryptotrader.contracts.event.Denial;

/** There must be cash for an entry that is worth making. */
record Affordable() implements RiskRule<EntryPlan> {
    @Override
    public Finding review(EntryPlan plan) {

        boolean enough = plan.affordable().compareTo(plan.wanted()) >= 0 || plan.canBeLeft();
        return Finding.of(
                "affordable",
                enough,
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
