package pro.cryptotrader.core.risk;

import java.util.Map;
import pro.cryptotrader.contracts.event.Denial;

/**
 * The exit must be worth enough for the venue even at the stop-loss, else the position could not be
 * left.
 */
record WorthTrading() implements RiskRule<EntryPlan> {
    @Override
    public boolean allows(EntryPlan plan) {
        return plan.isEnough(plan.worthAtStop());
    }

    @Override
    public Finding review(EntryPlan plan) {
        var worth = plan.worthAtStop();
        var least = plan.entry().instrument().minNotional();
        return Finding.of(
                "worth-trading",
                allows(plan),
                () -> worth.toString(),
                () -> "at least " + least,
                () ->
                        new Denial(
                                Denial.Code.TOO_SMALL,
                                "%s would be worth %s at the stop-loss and the venue takes no less than %s"
                                        .formatted(plan.quantity(), worth, least),
                                Map.of(
                                        "quantity",
                                        plan.quantity().toString(),
                                        "worthAtStop",
                                        worth.toString(),
                                        "minNotional",
                                        least.toString())));
    }
}
