package pro.cryptotrader.core.risk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import pro.cryptotrader.contracts.config.RiskConfig;
import pro.cryptotrader.contracts.event.Protection;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;

/**
 * An entry with its size, its price limit and its protection.
 *
 * @param reference the best ask, from which everything is computed
 * @param worst buy no higher
 * @param wanted what the entry should be worth by equity and stop distance
 * @param affordable what cash allows it to be worth
 * @param quantity the smaller of both in units, already a multiple of the step; zero when that is
 *     too small for the venue
 */
public record EntryPlan(
        Entry entry,
        Price reference,
        Price worst,
        Protection protection,
        Money wanted,
        Money affordable,
        Quantity quantity) {
    /**
     * The least of what was bought that can be sold again, in per cent: commission is taken from
     * it, 0.1 % by default, and twice that is allowed for.
     */
    private static final BigDecimal SELLABLE_PCT = new BigDecimal("99.8");

    private static final int QUANTITY_DIGITS = 18;

    /**
     * Sizes an entry: {@code position_size_pct} of equity, less when the stop lies further away
     * than {@code stop_loss_pct} (after rounding to the tick), so that a stop never costs more than
     * size times stop distance; and no more than the cash above the minimum balance that no other
     * entry has reserved. Divided by the worst price, so that slippage stays within it too.
     *
     * @param mostSlippagePct how far above the reference price it may be filled, in per cent
     */
    static EntryPlan of(Entry entry, BigDecimal mostSlippagePct) {
        var limits = entry.limits();
        var instrument = entry.instrument();
        var ask = entry.tick().ask();
        var stop = instrument.floor(ask.plusPercent(limits.firstStopPct().negate()));
        var target = instrument.ceiling(ask.plusPercent(limits.takeProfitPct()));
        var worst = instrument.floor(ask.plusPercent(mostSlippagePct));
        var wanted =
                byStopDistance(
                        entry.funds().equity().percent(limits.positionSizePct()),
                        ask,
                        stop,
                        limits.stopLossPct());
        var affordable = spendable(entry).max(Money.ZERO);
        return new EntryPlan(
                entry,
                ask,
                worst,
                protection(limits, instrument, ask, stop, target),
                wanted,
                affordable,
                units(wanted.min(affordable), worst, instrument));
    }

    private static Protection protection(
            RiskConfig limits, Instrument instrument, Price ask, Price stop, Price target) {
        var trailing = limits.trailingStopPct();
        var distance = limits.partialTakeProfitPct();
        var first = distance == null ? null : instrument.ceiling(ask.plusPercent(distance));
        return new Protection(
                stop,
                target,
                trailing == null
                        ? null
                        : trailing.movePointRight(2).setScale(0, RoundingMode.HALF_UP).intValue(),
                first == null || !first.isBelow(target)
                        ? null
                        : new Protection.Part(first, limits.partShare()));
    }

    /** Cash that is neither reserved by other entries nor to be left untouched. */
    static Money spendable(Entry entry) {
        return entry.funds()
                .cash()
                .minus(entry.account().reservedCash())
                .minus(entry.limits().minimumBalance());
    }

    /** The most that it can cost. */
    Money cost() {
        return worst.times(quantity);
    }

    /** What the exit would be worth at the stop-loss, after commission and rounding. */
    Money worthAtStop() {
        var sellable = new Quantity(quantity.value().multiply(SELLABLE_PCT).movePointLeft(2));
        return protection.stopLoss().times(entry.instrument().floor(sellable));
    }

    /** Whether the venue would take the exit even at the stop-loss. */
    boolean canBeLeft() {
        return isEnough(worthAtStop());
    }

    /** Whether the venue takes an order of that worth. */
    boolean isEnough(Money worth) {
        return worth.isPositive() && worth.compareTo(entry.instrument().minNotional()) >= 0;
    }

    private static Money byStopDistance(Money full, Price ask, Price stop, BigDecimal stopLossPct) {
        var meant = ask.value().multiply(stopLossPct).movePointLeft(2);
        var actual = ask.value().subtract(stop.value());
        return actual.compareTo(meant) <= 0
                ? full
                : new Money(
                        full.value()
                                .multiply(meant)
                                .divide(actual, QUANTITY_DIGITS, RoundingMode.FLOOR));
    }

    private static Quantity units(Money worth, Price price, Instrument instrument) {
        if (!worth.isPositive() || price.isZero()) {
            return Quantity.ZERO;
        }
        return instrument.floor(
                new Quantity(
                        worth.value().divide(price.value(), QUANTITY_DIGITS, RoundingMode.FLOOR)));
    }
}
