package pro.cryptotrader.core.engine;

import java.time.Instant;
import java.util.UUID;
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

/** As the executor does it: every order with its intent, its evidence and its end. */
final class FullOrderLife implements OrderLife {
    private final Venue venue;
    private final Listener listener;
    private Trade trade;

    FullOrderLife(AccountId account, Symbol symbol, Venue venue, Listener listener) {
        this.venue = venue;
        this.listener = listener;
        this.trade = new Trade(account, symbol);
    }

    @Override
    public void approved(RiskVerdict.Approved verdict, Permit permit, Instant at, Terms terms) {
        hear(
                verdict.side() == Side.BUY
                        ? new TradeInput.Buy(verdict, permit)
                        : new TradeInput.Sell(verdict, permit, at),
                terms);
    }

    @Override
    public void leave(ExitRequested exit, UUID exitId, Terms terms) {
        hear(
                new TradeInput.Leave(
                        OrderId.from(exitId, "exit"),
                        new Permit(exitId, exitId),
                        exit.reason().name(),
                        exit.at()),
                terms);
    }

    @Override
    public void hear(TradeInput input, Terms terms) {
        TradeInput next = input;
        while (next != null) {
            var step = TradeDecider.decide(trade, next, terms);
            trade = step.trade();
            var cause = cause(next);
            for (var event : step.events()) {
                listener.hear(event, cause);
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

    @Override
    public boolean isUnsettled() {
        return switch (trade.phase()) {
            case IDLE, PROTECTED -> trade.pause() > 0;
            case UNSETTLED, BARE, LEAVING -> true;
        };
    }

    @Override
    public boolean isLeaving() {
        return trade.exit() != null;
    }
}
