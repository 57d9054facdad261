package pro.cryptotrader.core.execution;

import java.util.Map;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.core.execution.TradeInput.Outcome;

/** What the account has, beside what our fills say it has. */
final class Holdings {
    private Holdings() {}

    /**
     * Less than our fills say: perhaps an order has just sold, so the resting ones are looked at
     * before the balance is asked for once more. More belongs to somebody else and is not touched.
     */
    static void compare(Draft draft, TradeInput.Owned owned) {
        var trade = draft.trade();
        var settled =
                trade.inFlight() == null
                        && trade.orders().stream().noneMatch(OrderState::isUnsettled);
        if (!settled || owned.total().compareTo(trade.held()) >= 0) {
            return;
        }
        for (var order : trade.orders()) {
            if (order.isOpen()) {
                draft.put(order.doubted(true));
            }
        }
        draft.change(t -> t.withBalanceDoubted(true));
    }

    /** Somebody else has taken what is missing, and it cannot be sold twice. */
    static void correct(Draft draft, Outcome.Balance balance) {
        draft.change(t -> t.withBalanceDoubted(false));
        var trade = draft.trade();
        if (balance.total().compareTo(trade.held()) < 0) {
            draft.log(
                    TradingLog.Level.ERROR,
                    "The account holds %s %s, less than the %s that was bought here"
                            .formatted(
                                    balance.total().toPlainString(),
                                    trade.symbol().base(),
                                    trade.held().toPlainString()),
                    Map.of("symbol", trade.symbol().toString()));
            draft.change(t -> t.withHeld(balance.total()));
        }
    }
}
