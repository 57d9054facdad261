package pro.cryptotrader.backtester.fill;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import pro.cryptotrader.contracts.event.Protection;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.core.execution.EntryForm;
import pro.cryptotrader.core.execution.Execution;
import pro.cryptotrader.core.execution.OrderStatus;
import pro.cryptotrader.core.execution.TradeInput.Outcome;
import pro.cryptotrader.core.execution.VenueCommand;
import pro.cryptotrader.core.execution.VenueReport;

/** What the venue does about orders that are placed: entries, and the pairs that protect them. */
record Placements(
        Instrument instrument,
        Scale scale,
        Paper paper,
        Funds funds,
        Counterparty counterparty,
        RestingPairs resting) {
    private static final int REFUSED = -2010;

    Outcome enter(AccountId account, VenueCommand.PlaceEntry entry, long last, Instant at) {
        if (!counterparty.sells(entry.quantity(), entry.limit(), last)) {
            return expired(entry, at);
        }
        var execution = counterparty.offered(entry.quantity(), last, at);
        if (funds.of(account, instrument.symbol().quote()).compareTo(cost(execution)) < 0) {
            return new Outcome.Refused(
                    REFUSED, "Account has insufficient balance for requested action.");
        }
        counterparty.note(execution, last);
        var bought =
                paper.report(
                        entry.order(),
                        OrderStatus.FILLED,
                        entry.quantity(),
                        List.of(execution),
                        at);
        if (entry.form() == EntryForm.PLAIN) {
            return new Outcome.Done(List.of(bought));
        }
        var legs =
                entry.form() == EntryForm.OTOCO
                        ? entry.legQuantity()
                        : instrument.floor(new Quantity(Paper.received(execution, instrument)));
        rest(account, entry.list(), entry.stopLoss(), entry.takeProfit(), legs, entry.protection());
        return new Outcome.Done(
                List.of(bought, open(entry.stopLoss(), at), open(entry.takeProfit(), at)));
    }

    private BigDecimal cost(Execution execution) {
        var cost = execution.price().value().multiply(execution.quantity().value());
        return execution.commissionAsset().equals(instrument.symbol().quote())
                ? cost.add(execution.commission())
                : cost;
    }

    private Outcome expired(VenueCommand.PlaceEntry entry, Instant at) {
        var orders =
                entry.form() == EntryForm.PLAIN
                        ? List.of(entry.order())
                        : List.of(entry.order(), entry.stopLoss(), entry.takeProfit());
        return new Outcome.Done(
                orders.stream()
                        .map(order ->
                                paper.report(
                                        order, OrderStatus.EXPIRED, Quantity.ZERO, List.of(), at))
                        .toList());
    }

    private VenueReport open(OrderId order, Instant at) {
        return paper.report(order, OrderStatus.OPEN, Quantity.ZERO, List.of(), at);
    }

    private void rest(
            AccountId account,
            OrderId list,
            OrderId stopLoss,
            OrderId takeProfit,
            Quantity quantity,
            Protection protection) {
        resting.add(
                new RestingPair(
                        account,
                        list,
                        stopLoss,
                        takeProfit,
                        quantity,
                        Quantity.ZERO,
                        scale.scaled(protection.stopLoss().value()),
                        scale.scaled(protection.takeProfit().value())));
    }

    Outcome protect(AccountId account, VenueCommand.PlaceProtection oco, long last, Instant at) {
        var now = scale.price(last);
        if (!oco.protection().stopLoss().isBelow(now)
                || !now.isBelow(oco.protection().takeProfit())) {
            return new Outcome.Refused(
                    REFUSED, "The relationship of the prices for the orders is not correct.");
        }
        rest(
                account,
                oco.list(),
                oco.stopLoss(),
                oco.takeProfit(),
                oco.quantity(),
                oco.protection());
        return new Outcome.Done(List.of(open(oco.stopLoss(), at), open(oco.takeProfit(), at)));
    }
}
