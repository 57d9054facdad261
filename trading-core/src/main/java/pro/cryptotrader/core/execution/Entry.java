package pro.cryptotrader.core.execution;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.OrderRole;
import pro.cryptotrader.contracts.event.Protection;
import pro.cryptotrader.contracts.event.RiskVerdict;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Side;

/** How an approved purchase becomes an order with its protection. */
final class Entry {
    private Entry() {}

    static @Nullable VenueCommand of(Draft draft, RiskVerdict.Approved verdict, Permit permit) {
        if (draft.trade().order(verdict.orderId()) != null) {
            return null;
        }
        var limit = verdict.worstPrice();
        var protection = verdict.protection();
        if (limit == null || protection == null) {
            throw new IllegalArgumentException("not a purchase: " + verdict);
        }
        var instrument = draft.terms.instrument();
        if (instrument == null) {
            return refuse(draft, verdict, permit, "the venue's rules for it are not known");
        }
        var ticked =
                new Protection(
                        instrument.ceiling(protection.stopLoss()),
                        instrument.floor(protection.takeProfit()),
                        protection.trailingBips(),
                        protection.part());
        var objection = objection(draft, verdict, instrument, limit, ticked);
        return objection.isPresent()
                ? refuse(draft, verdict, permit, objection.get())
                : place(draft, verdict, permit, instrument, instrument.floor(limit), ticked);
    }

    private static Optional<String> objection(
            Draft draft,
            RiskVerdict.Approved verdict,
            Instrument instrument,
            Price limit,
            Protection protection) {
        var void_ = draft.terms.entries().objectionToBuying(verdict);
        if (void_.isPresent()) {
            return void_;
        }
        if (!draft.trade().isIdle()) {
            return Optional.of("the previous trade in %s is not over".formatted(verdict.symbol()));
        }
        if (!instrument.tradable()) {
            return Optional.of("the venue takes no orders in it now");
        }
        if (!protection.stopLoss().isBelow(limit) || !limit.isBelow(protection.takeProfit())) {
            return Optional.of(
                    "the price %s does not lie between the stop-loss %s and the take-profit %s"
                            .formatted(limit, protection.stopLoss(), protection.takeProfit()));
        }
        var legs = legQuantity(draft, instrument, instrument.floor(verdict.quantity()));
        if (!instrument.isWorthTrading(protection.stopLoss(), legs)) {
            return Optional.of(
                    "%s at the stop-loss %s would be worth less than the venue's minimum of %s"
                            .formatted(legs, protection.stopLoss(), instrument.minNotional()));
        }
        return Trailing.objection(protection, draft.terms.abilities());
    }

    private static @Nullable VenueCommand refuse(
            Draft draft, RiskVerdict.Approved verdict, Permit permit, String reason) {
        draft.notSent(verdict.orderId(), permit, OrderRole.ENTRY, reason);
        draft.log(
                TradingLog.Level.WARNING,
                "An approved purchase of %s was not sent: %s".formatted(verdict.symbol(), reason),
                Map.of("orderId", verdict.orderId().toString()));
        return null;
    }

    private static VenueCommand place(
            Draft draft,
            RiskVerdict.Approved verdict,
            Permit permit,
            Instrument instrument,
            Price limit,
            Protection protection) {
        var entry = verdict.orderId();
        var list = entry.leg("list");
        var stopLoss = entry.leg("stop-loss");
        var takeProfit = entry.leg("take-profit");
        var form = draft.terms.form();
        var quantity = instrument.floor(verdict.quantity());
        var legs = legQuantity(draft, instrument, quantity);
        var alone = form == EntryForm.PLAIN;
        var intent =
                new OrderIntent(
                        entry,
                        permit,
                        OrderRole.ENTRY,
                        Side.BUY,
                        alone ? null : list,
                        quantity,
                        limit,
                        null);
        draft.intend(
                alone
                        ? List.of(intent)
                        : List.of(
                                intent,
                                NextMove.stopLoss(stopLoss, permit, list, legs, protection),
                                NextMove.takeProfit(takeProfit, permit, list, legs, protection)));
        var plan = new Plan(permit, entry, protection, 0, 0, draft.terms.now(), false, null);
        var flight =
                new Trade.InFlight(
                        Trade.InFlight.Kind.PLACE_ENTRY,
                        alone ? List.of(entry) : List.of(entry, stopLoss, takeProfit));
        draft.change(t -> t.withPlan(plan).withFailures(0, 0).withInFlight(flight));
        return new VenueCommand.PlaceEntry(
                verdict.symbol(),
                form,
                entry,
                list,
                stopLoss,
                takeProfit,
                quantity,
                legs,
                limit,
                protection,
                verdict);
    }

    /** What will be received at least: the commission may be taken from it. */
    private static Quantity legQuantity(Draft draft, Instrument instrument, Quantity quantity) {
        var kept = BigDecimal.ONE.subtract(draft.terms.takerCommission());
        return instrument.floor(new Quantity(quantity.value().multiply(kept)));
    }
}
