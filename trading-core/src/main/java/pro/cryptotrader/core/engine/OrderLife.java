package pro.cryptotrader.core.engine;

import java.time.Instant;
import java.util.UUID;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.ExitRequested;
import pro.cryptotrader.contracts.event.RiskVerdict;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.DeterministicId;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.core.execution.Permit;
import pro.cryptotrader.core.execution.Terms;
import pro.cryptotrader.core.execution.Trade;
import pro.cryptotrader.core.execution.TradeDecider;
import pro.cryptotrader.core.execution.TradeInput;

/**
 * How what is permitted in one symbol becomes orders, and what the venue says becomes fills: by the
 * executor's own decider, every order with its intent, its evidence and its end.
 */
final class OrderLife {
    private final Venue venue;
    private final Listener listener;
    private Trade trade;

    /** Asked at every candle, and changed by few of them. */
    private boolean unsettled;

    /** Who hears what it says. */
    @FunctionalInterface
    interface Listener {
        void hear(Event event, UUID cause);
    }

    OrderLife(AccountId account, Symbol symbol, Venue venue, Listener listener) {
        this.venue = venue;
        this.listener = listener;
        this.trade = new Trade(account, symbol);
    }

    /** A purchase or sale was approved. */
    void approved(RiskVerdict.Approved verdict, Permit permit, Instant at, Terms terms) {
        hear(
                verdict.side() == Side.BUY
                        ? new TradeInput.Buy(verdict, permit)
                        : new TradeInput.Sell(verdict, permit, at),
                terms);
    }

    /** The position is to be left. */
    void leave(ExitRequested exit, UUID exitId, Terms terms) {
        hear(
                new TradeInput.Leave(
                        OrderId.from(exitId, "exit"),
                        new Permit(exitId, exitId),
                        exit.reason().name(),
                        exit.at()),
                terms);
    }

    /** The venue answers, says something about an order, or time has passed. */
    void hear(TradeInput input, Terms terms) {
        TradeInput next = input;
        while (next != null) {
            var step = TradeDecider.decide(trade, next, terms);
            trade = step.trade();
            unsettled = isUnsettled(trade);
            var cause = cause(next);
            var events = step.events();
            for (int i = 0; i < events.size(); i++) {
                listener.hear(events.get(i), cause);
            }
            next = step.command() == null ? null : venue.perform(trade.account(), step.command());
        }
    }

    private UUID cause(TradeInput input) {
        return switch (input) {
            case TradeInput.Buy buy -> buy.permit().id();
            case TradeInput.Sell sell -> sell.permit().id();
            case TradeInput.Leave leave -> leave.permit().id();
            default -> trade.plan() == null ? DeterministicId.ROOT : trade.plan().permit().id();
        };
    }

    private static boolean isUnsettled(Trade trade) {
        return switch (trade.phase()) {
            case IDLE, PROTECTED -> trade.pause() > 0;
            case UNSETTLED, BARE, LEAVING -> true;
        };
    }

    /** Whether it waits for something, so that time helps. */
    boolean isUnsettled() {
        return unsettled;
    }

    /** Whether the position is being left. */
    boolean isLeaving() {
        return trade.exit() != null;
    }
}
