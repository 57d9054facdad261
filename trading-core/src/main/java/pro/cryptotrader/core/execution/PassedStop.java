package pro.cryptotrader.core.execution;

import pro.cryptotrader.contracts.event.OrderRole;

/**
 * Watches for a stop-loss that the market has passed and that does not sell: halted, stuck, or
 * triggered into an empty book. It is not waited for longer than a bound.
 */
final class PassedStop {
    /** Checks come every two seconds by default. */
    static final int CHECKS = 5;

    private PassedStop() {}

    static void watch(Draft draft) {
        var bid = draft.terms.lastPrice();
        var passed =
                bid == null
                        ? null
                        : draft.trade().orders().stream()
                                .filter(order ->
                                        order.isOpen()
                                                && order.intent().role() == OrderRole.STOP_LOSS)
                                .map(order -> order.intent().stopPrice())
                                .filter(stop -> stop != null && bid.isBelow(stop))
                                .findFirst()
                                .orElse(null);
        if (passed == null) {
            if (draft.trade().passed() > 0) {
                draft.change(t -> t.withPassed(0));
            }
            return;
        }
        int checks = draft.trade().passed() + 1;
        if (checks < CHECKS) {
            draft.change(t -> t.withPassed(checks));
            return;
        }
        draft.change(t -> t.withPassed(0));
        Leaving.bailOut(
                draft,
                "the market is at %s and the stop-loss at %s has not sold".formatted(bid, passed));
    }
}
