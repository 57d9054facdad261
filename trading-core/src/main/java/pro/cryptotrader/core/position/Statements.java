package pro.cryptotrader.core.position;

import java.math.BigDecimal;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.AccountStateChanged;
import pro.cryptotrader.contracts.event.PositionChanged;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.Decimals;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;

/** What the others are told of an account's books. */
final class Statements {
    private static final Price UNPRICED = new Price(BigDecimal.ZERO);

    private Statements() {}

    /** The account as a whole. */
    static AccountStateChanged of(AccountLedger ledger) {
        var balances = new TreeMap<Asset, BigDecimal>();
        var cash = new Money(ledger.cash());
        balances.put(ledger.quote(), cash.value());
        for (var holding : ledger.holdings()) {
            if (holding.balance().signum() != 0) {
                balances.put(holding.asset(), Decimals.canonical(holding.balance()));
            }
        }
        var periods = ledger.periods();
        return new AccountStateChanged(
                ledger.account(),
                ledger.quote(),
                balances,
                cash,
                new Money(ledger.equity()),
                new Money(periods.dayStart()),
                new Money(periods.weekStart()),
                new Money(periods.monthStart()),
                new Money(ledger.peak()),
                new Money(ledger.realised()),
                ledger.drawdownPct(),
                ledger.openPositions(),
                ledger.at());
    }

    /** The latest position in {@code asset}; null when there never was one. */
    static @Nullable PositionChanged of(AccountLedger ledger, Asset asset) {
        var holding = ledger.holding(asset);
        var position = holding == null ? null : holding.position();
        if (holding == null || position == null) {
            return null;
        }
        var held = position.isOpen() ? position.quantity() : BigDecimal.ZERO;
        var cost = position.isOpen() ? position.cost() : BigDecimal.ZERO;
        return new PositionChanged(
                ledger.account(),
                ledger.symbolOf(holding),
                position.id(),
                position.status(),
                new Quantity(held),
                position.averageEntry(),
                new Money(cost),
                holding.mark() == null ? UNPRICED : holding.mark(),
                new Money(holding.worthOf(held).subtract(cost)),
                new Money(position.realised()),
                position.isOpen() ? holding.protection() : null,
                position.dust(),
                position.openedAt(),
                position.closedAt(),
                position.closedBy(),
                ledger.at());
    }
}
