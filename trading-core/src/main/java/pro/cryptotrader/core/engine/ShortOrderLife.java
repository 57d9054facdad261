package pro.cryptotrader.core.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.ExitRequested;
import pro.cryptotrader.contracts.event.FillEvent.Fill;
import pro.cryptotrader.contracts.event.OrderEvent.OrderClosed;
import pro.cryptotrader.contracts.event.OrderEvent.OrderRejected;
import pro.cryptotrader.contracts.event.OrderRole;
import pro.cryptotrader.contracts.event.Protection;
import pro.cryptotrader.contracts.event.RiskVerdict;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.core.execution.EntryForm;
import pro.cryptotrader.core.execution.Permit;
import pro.cryptotrader.core.execution.Terms;
import pro.cryptotrader.core.execution.TradeInput;
import pro.cryptotrader.core.execution.TradeInput.Outcome;
import pro.cryptotrader.core.execution.VenueCommand;
import pro.cryptotrader.core.execution.VenueReport;

/**
 * What is left of the executor's work where the venue always answers: an entry with its protection,
 * a cancel and a sale; of an order only its fills are told, or that there were none. For searches
 * of thousands of runs; makes the trades that {@link FullOrderLife} makes.
 */
final class ShortOrderLife implements OrderLife {
    private final AccountId account;
    private final Symbol symbol;
    private final Venue venue;
    private final Listener listener;
    private Phase phase = Phase.IDLE;
    private BigDecimal held = BigDecimal.ZERO;
    private @Nullable Permit permit;
    private OrderId entry;
    private OrderId list;
    private OrderId stopLoss;
    private OrderId takeProfit;
    private OrderId exit;

    private enum Phase {
        IDLE,
        ENTERING,
        PROTECTED,
        CANCELING,
        SELLING,
        BARE
    }

    ShortOrderLife(AccountId account, Symbol symbol, Venue venue, Listener listener) {
        this.account = account;
        this.symbol = symbol;
        this.venue = venue;
        this.listener = listener;
        this.entry = new OrderId(new UUID(0, 0));
        this.list = entry;
        this.stopLoss = entry;
        this.takeProfit = entry;
        this.exit = entry;
    }

    /** The orders that come with an entry need names that nobody else has, and nothing more. */
    private static OrderId sibling(OrderId order, int number) {
        var id = order.value();
        return new OrderId(
                new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() + number));
    }

    @Override
    public void approved(RiskVerdict.Approved verdict, Permit by, Instant at, Terms terms) {
        if (verdict.side() == Side.SELL) {
            sell(verdict.orderId(), by, terms);
        } else if (phase == Phase.IDLE) {
            permit = by;
            entry = verdict.orderId();
            list = sibling(entry, 1);
            stopLoss = sibling(entry, 2);
            takeProfit = sibling(entry, 3);
            phase = Phase.ENTERING;
            perform(entry(verdict, terms), terms);
        }
    }

    private VenueCommand entry(RiskVerdict.Approved verdict, Terms terms) {
        var instrument = Objects.requireNonNull(terms.instrument());
        var protection = Objects.requireNonNull(verdict.protection());
        var quantity = instrument.floor(verdict.quantity());
        var kept = BigDecimal.ONE.subtract(terms.takerCommission());
        return new VenueCommand.PlaceEntry(
                symbol,
                EntryForm.OPOCO,
                entry,
                list,
                stopLoss,
                takeProfit,
                quantity,
                instrument.floor(new Quantity(quantity.value().multiply(kept))),
                instrument.floor(Objects.requireNonNull(verdict.worstPrice())),
                new Protection(
                        instrument.ceiling(protection.stopLoss()),
                        instrument.floor(protection.takeProfit())),
                verdict);
    }

    @Override
    public void leave(ExitRequested request, UUID exitId, Terms terms) {
        sell(new OrderId(exitId), new Permit(exitId, exitId), terms);
    }

    private void sell(OrderId order, Permit by, Terms terms) {
        if (phase != Phase.PROTECTED && phase != Phase.BARE) {
            return;
        }
        permit = by;
        exit = order;
        boolean rests = phase == Phase.PROTECTED;
        phase = rests ? Phase.CANCELING : Phase.SELLING;
        perform(rests ? new VenueCommand.Cancel(symbol, list, stopLoss) : sale(terms), terms);
    }

    private VenueCommand sale(Terms terms) {
        var instrument = Objects.requireNonNull(terms.instrument());
        return new VenueCommand.SellMarket(symbol, exit, instrument.floor(new Quantity(held)));
    }

    private void perform(VenueCommand command, Terms terms) {
        var outcome = venue.perform(account, command);
        if (outcome != null) {
            hear(outcome, terms);
        }
    }

    @Override
    public void hear(TradeInput input, Terms terms) {
        switch (input) {
            case Outcome.Done done -> done(done, terms);
            case Outcome.Refused refused -> refused(refused, terms);
            case TradeInput.Reported reported -> {
                fills(reported.report());
                if (phase == Phase.PROTECTED && reported.report().status().isEnd()) {
                    phase = Phase.BARE;
                    settle(terms);
                }
            }
            case TradeInput.Check _ -> {
                if (phase == Phase.BARE) {
                    exit = sibling(exit.equals(entry) ? entry : exit, 4);
                    phase = Phase.SELLING;
                    perform(sale(terms), terms);
                }
            }
            default -> throw new IllegalStateException("no venue says " + input);
        }
    }

    private void done(Outcome.Done done, Terms terms) {
        var reports = done.reports();
        for (int i = 0; i < reports.size(); i++) {
            fills(reports.get(i));
        }
        switch (phase) {
            case ENTERING -> {
                var report = done.reports().getFirst();
                boolean bought = report.executed().isPositive();
                phase = bought ? Phase.PROTECTED : Phase.IDLE;
                if (!bought) {
                    closed(report, terms);
                }
            }
            case CANCELING -> {
                phase = Phase.SELLING;
                perform(sale(terms), terms);
            }
            case SELLING -> {
                phase = Phase.BARE;
                settle(terms);
            }
            case IDLE, PROTECTED, BARE -> {}
        }
    }

    /** Nothing that is worth an order is left: the position is over. */
    private void settle(Terms terms) {
        var instrument = Objects.requireNonNull(terms.instrument());
        var rest = instrument.floor(new Quantity(held));
        var price = terms.lastPrice();
        if (price == null ? rest.isZero() : !instrument.isWorthTrading(price, rest)) {
            phase = Phase.IDLE;
        }
    }

    private void refused(Outcome.Refused refused, Terms terms) {
        switch (phase) {
            case ENTERING -> {
                phase = Phase.IDLE;
                say(
                        new OrderRejected(
                                account,
                                entry,
                                symbol,
                                OrderRole.ENTRY,
                                refused.code(),
                                refused.reason(),
                                terms.now()));
            }
            // What is to be canceled has gone: its report comes by itself.
            case CANCELING -> phase = Phase.BARE;
            default -> throw new IllegalStateException("refused: " + refused);
        }
    }

    private void closed(VenueReport report, Terms terms) {
        say(
                new OrderClosed(
                        account,
                        entry,
                        symbol,
                        OrderRole.ENTRY,
                        OrderClosed.Outcome.EXPIRED,
                        Quantity.ZERO,
                        Money.ZERO,
                        report.evidence(),
                        terms.now()));
    }

    private void fills(VenueReport report) {
        var executions = report.executions();
        for (int i = 0; i < executions.size(); i++) {
            var execution = executions.get(i);
            var order = report.orderId();
            var role = role(order);
            boolean buys = role == OrderRole.ENTRY;
            var units = execution.quantity().value();
            held = buys ? held.add(units) : held.subtract(units);
            if (execution.commissionAsset().equals(symbol.base())) {
                held = held.subtract(execution.commission());
            }
            say(
                    new Fill(
                            account,
                            order,
                            Objects.requireNonNull(permit).id(),
                            symbol,
                            role,
                            buys ? Side.BUY : Side.SELL,
                            execution.price(),
                            execution.quantity(),
                            execution.commission(),
                            execution.commissionAsset(),
                            report.venueOrderId(),
                            execution.tradeId(),
                            execution.maker(),
                            execution.at()));
        }
    }

    private OrderRole role(OrderId order) {
        if (order.equals(entry)) {
            return OrderRole.ENTRY;
        }
        if (order.equals(stopLoss)) {
            return OrderRole.STOP_LOSS;
        }
        return order.equals(takeProfit) ? OrderRole.TAKE_PROFIT : OrderRole.EXIT;
    }

    private void say(Event event) {
        listener.hear(event, Objects.requireNonNull(permit).id());
    }

    @Override
    public boolean isUnsettled() {
        return phase == Phase.BARE;
    }

    @Override
    public boolean isLeaving() {
        return phase == Phase.CANCELING || phase == Phase.SELLING;
    }
}
