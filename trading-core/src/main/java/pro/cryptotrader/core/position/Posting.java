package pro.cryptotrader.core.position;

import static pro.cryptotrader.core.position.Position.minus;
import static pro.cryptotrader.core.position.Position.plus;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.FillEvent.Fill;
import pro.cryptotrader.contracts.event.FillEvent.FundsChanged;
import pro.cryptotrader.contracts.event.OrderRole;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.Price;

/** One entry being written into the books: a working copy of them, used once and thrown away. */
final class Posting {
    private final AccountLedger before;
    private final Instant at;

    /** Sorted by asset, as they are in the books. */
    private final List<Holding> holdings;

    private BigDecimal cash;
    private BigDecimal realised;
    private BigDecimal contributed;
    private BigDecimal peak;
    private Periods periods;

    Posting(AccountLedger ledger, Instant at) {
        this.before = ledger;
        this.at = at;
        this.holdings = new ArrayList<>(ledger.holdings());
        cash = ledger.cash();
        realised = ledger.realised();
        contributed = ledger.contributed();
        peak = ledger.peak();
        periods = ledger.periods().at(at, ledger.equity());
    }

    AccountLedger done() {
        var equity = cash;
        for (int i = 0; i < holdings.size(); i++) {
            equity = equity.add(holdings.get(i).worth());
        }
        return new AccountLedger(
                before.account(),
                before.quote(),
                cash,
                holdings,
                realised,
                contributed,
                equity,
                peak.max(equity),
                periods,
                before.epoch(),
                before.liquidating(),
                before.later(at));
    }

    private Holding holding(Asset asset) {
        int index = AccountLedger.indexOf(holdings, asset);
        if (index >= 0) {
            return holdings.get(index);
        }
        var empty = Holding.empty(asset);
        holdings.add(-index - 1, empty);
        return empty;
    }

    private void put(Holding holding) {
        int index = AccountLedger.indexOf(holdings, holding.asset());
        if (index >= 0) {
            holdings.set(index, holding);
        } else {
            holdings.add(-index - 1, holding);
        }
    }

    /**
     * Values {@code asset} at {@code bid}. What was there before a price was known came from
     * outside: its worth is no profit.
     */
    void mark(Asset asset, Price bid) {
        var holding = holding(asset);
        if (bid.equals(holding.mark())) {
            return;
        }
        var marked = holding.withMark(bid);
        if (holding.mark() == null) {
            var worth = marked.worth();
            contribute(worth);
            marked = marked.with(marked.balance(), worth, marked.position());
        }
        put(marked);
    }

    boolean isMarked(Asset asset) {
        return asset.equals(before.quote()) || holding(asset).mark() != null;
    }

    private void contribute(BigDecimal worth) {
        contributed = contributed.add(worth);
        peak = peak.add(worth);
        periods = periods.contributed(worth);
    }

    /** Money or coins from outside, or to outside. */
    void funds(FundsChanged funds) {
        move(funds.asset(), funds.delta());
    }

    /** A trade of somebody else with the account's money. */
    void foreign(Fill fill) {
        Movement.of(fill).forEach(movement -> move(movement.asset(), movement.delta()));
    }

    private void move(Asset asset, BigDecimal delta) {
        contribute(
                delta.signum() < 0 ? release(asset, delta.negate()).negate() : take(asset, delta));
    }

    void bought(Fill fill, Commission fee) {
        var base = fill.symbol().base();
        var price = plus(fill.price().times(fill.quantity()).value(), fee.inQuote());
        pay(price, fill);
        var feeWorth = release(fee);
        var units = minus(fill.quantity().value(), fee.inBase());
        var paid = plus(price, feeWorth);
        var holding = openedFor(base);
        var position = Objects.requireNonNull(holding.position());
        put(
                holding.with(
                        plus(holding.balance(), units),
                        holding.looseBasis(),
                        position.bought(units, paid, fee.worth(fill.price(), feeWorth))));
    }

    /**
     * The holding with an open position; what an earlier one left behind lies loose from now on.
     */
    private Holding openedFor(Asset base) {
        var holding = holding(base);
        var latest = holding.position();
        if (latest == null) {
            return holding.withPosition(Position.opened(1, at));
        }
        return latest.isOpen()
                ? holding
                : holding.with(
                        holding.balance(),
                        holding.looseBasis().add(latest.cost()),
                        Position.opened(latest.id() + 1, at));
    }

    /** Sells from the position; returns the units that it did not have and that lay beside it. */
    BigDecimal sold(Fill fill, Commission fee) {
        var base = fill.symbol().base();
        var units = plus(fill.quantity().value(), fee.inBase());
        var holding = holding(base);
        var latest = holding.position();
        if (latest == null) {
            throw new BrokenLedger(
                    "account %s: trade %d sells %s %s, but no position was ever opened"
                            .formatted(
                                    before.account(), fill.tradeId(), units.toPlainString(), base));
        }
        if (holding.balance().compareTo(units) < 0) {
            throw new BrokenLedger(
                    "account %s: trade %d sells %s %s, but only %s is held"
                            .formatted(
                                    before.account(),
                                    fill.tradeId(),
                                    units.toPlainString(),
                                    base,
                                    holding.balance().toPlainString()));
        }
        var excess = units.subtract(latest.quantity()).max(BigDecimal.ZERO);
        var basis = Position.share(holding.looseBasis(), excess, holding.loose());
        var position = latest.bought(excess, basis, BigDecimal.ZERO);
        put(
                holding.with(
                        holding.balance().subtract(units),
                        holding.looseBasis().subtract(basis),
                        position));
        var feeWorth = release(fee);
        var gross = fill.price().times(fill.quantity()).value().subtract(fee.inQuote());
        cash = cash.add(gross);
        var after = position.sold(units, minus(gross, feeWorth), fee.worth(fill.price(), feeWorth));
        realised = realised.add(after.realised()).subtract(position.realised());
        put(holding(base).withPosition(after));
        return excess;
    }

    /** Closes the open position when nothing is left of it that the venue would take. */
    void closeIfEmpty(Asset base, MarketView market, @Nullable OrderRole by) {
        var holding = holding(base);
        var position = holding.position();
        var price = holding.mark();
        if (position == null || price == null) {
            return;
        }
        boolean left = position.quantity().signum() != 0;
        if (!position.isOpen() && position.dust() == left) {
            return;
        }
        if (!market.canBeSold(before.symbolOf(holding), position.quantity(), price)) {
            put(holding.withPosition(position.closed(left, at, by)).withLegs(null, null));
        }
    }

    private void pay(BigDecimal amount, Fill fill) {
        cash = cash.subtract(amount);
        if (cash.signum() < 0) {
            throw new BrokenLedger(
                    "account %s: trade %d costs %s %s, %s more than there is"
                            .formatted(
                                    before.account(),
                                    fill.tradeId(),
                                    amount.toPlainString(),
                                    before.quote(),
                                    cash.negate().toPlainString()));
        }
    }

    private BigDecimal take(Asset asset, BigDecimal units) {
        if (asset.equals(before.quote())) {
            cash = cash.add(units);
            return units;
        }
        var holding = holding(asset);
        var worth = holding.worthOf(units);
        put(
                holding.with(
                        holding.balance().add(units),
                        holding.looseBasis().add(worth),
                        holding.position()));
        return worth;
    }

    private BigDecimal release(Commission fee) {
        return fee.inOther().signum() == 0 ? BigDecimal.ZERO : release(fee.asset(), fee.inOther());
    }

    /**
     * Units leave without a sale of ours: loose ones first, then the position's. They leave at
     * their worth, so that what they had gained until now becomes realised and nothing else
     * changes.
     */
    private BigDecimal release(Asset asset, BigDecimal units) {
        boolean isCash = asset.equals(before.quote());
        var balance = isCash ? cash : holding(asset).balance();
        if (balance.compareTo(units) < 0) {
            throw new BrokenLedger(
                    "account %s: %s %s leave, but only %s is held"
                            .formatted(
                                    before.account(),
                                    units.toPlainString(),
                                    asset,
                                    balance.toPlainString()));
        }
        if (isCash) {
            cash = cash.subtract(units);
            return units;
        }
        var holding = holding(asset);
        var loose = holding.loose();
        var fromLoose = units.min(loose);
        var basis = Position.share(holding.looseBasis(), fromLoose, loose);
        realised = realised.add(holding.worthOf(fromLoose)).subtract(basis);
        var position = holding.position();
        var rest = units.subtract(fromLoose);
        if (position != null && rest.signum() != 0) {
            var after = position.sold(rest, holding.worthOf(rest), BigDecimal.ZERO);
            realised = realised.add(after.realised()).subtract(position.realised());
            position = after;
        }
        put(
                holding.with(
                        holding.balance().subtract(units),
                        holding.looseBasis().subtract(basis),
                        position));
        return holding.worthOf(units);
    }
}
