package pro.cryptotrader.core.position;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.OrderEvent;
import pro.cryptotrader.contracts.event.OrderEvent.OrderClosed;
import pro.cryptotrader.contracts.event.OrderEvent.OrderIntended;
import pro.cryptotrader.contracts.event.OrderRole;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.core.Decision;
import pro.cryptotrader.core.position.Holding.Leg;

/** What the executor's orders mean for a position before they fill: where it is left. */
final class RestingLegs {
    private RestingLegs() {}

    static Decision<AccountLedger> decide(
            AccountLedger ledger, OrderEvent event, MarketView market) {
        if (!event.symbol().quote().equals(ledger.quote())) {
            return Decision.quiet(ledger);
        }
        var base = event.symbol().base();
        return switch (event) {
            case OrderIntended intended -> protectedBy(ledger, intended);
            case OrderEvent.OrderNotSent gone -> withoutLeg(ledger, base, gone.orderId());
            case OrderEvent.OrderRejected gone -> withoutLeg(ledger, base, gone.orderId());
            case OrderClosed closed when closed.role() == OrderRole.ENTRY ->
                    entryEnded(ledger, closed, market);
            // A filled one has done its work: the fill closes the position.
            case OrderClosed closed when closed.outcome() != OrderClosed.Outcome.FILLED ->
                    withoutLeg(ledger, base, closed.orderId());
            default -> Decision.quiet(ledger);
        };
    }

    private static Decision<AccountLedger> protectedBy(
            AccountLedger ledger, OrderIntended intended) {
        if (intended.role() != OrderRole.STOP_LOSS && intended.role() != OrderRole.TAKE_PROFIT) {
            return Decision.quiet(ledger);
        }
        var found = ledger.holding(intended.symbol().base());
        var holding = found == null ? Holding.empty(intended.symbol().base()) : found;
        var stop = intended.stopPrice();
        var limit = intended.limitPrice();
        boolean isStop = intended.role() == OrderRole.STOP_LOSS;
        var price = isStop ? stop != null ? stop : limit : limit != null ? limit : stop;
        var leg = price == null ? null : new Leg(intended.orderId(), price);
        return isStop
                ? withLegs(ledger, holding, leg, holding.takeProfit())
                : withLegs(ledger, holding, holding.stopLoss(), leg);
    }

    private static Decision<AccountLedger> withoutLeg(
            AccountLedger ledger, Asset base, OrderId gone) {
        var holding = ledger.holding(base);
        return holding == null
                ? Decision.quiet(ledger)
                : withLegs(
                        ledger,
                        holding,
                        unless(holding.stopLoss(), gone),
                        unless(holding.takeProfit(), gone));
    }

    private static @Nullable Leg unless(@Nullable Leg leg, OrderId gone) {
        return leg != null && leg.orderId().equals(gone) ? null : leg;
    }

    private static Decision<AccountLedger> withLegs(
            AccountLedger ledger, Holding holding, @Nullable Leg stop, @Nullable Leg target) {
        if (Objects.equals(stop, holding.stopLoss())
                && Objects.equals(target, holding.takeProfit())) {
            return Decision.quiet(ledger);
        }
        var changed = holding.withLegs(stop, target);
        var after = ledger.with(changed);
        boolean isTold =
                changed.openPosition() != null
                        && !Objects.equals(changed.protection(), holding.protection());
        return new Decision<>(after, isTold ? position(after, holding.asset()) : List.of());
    }

    private static List<Event> position(AccountLedger ledger, Asset asset) {
        var position = ledger.position(asset);
        return position == null ? List.of() : List.of(position);
    }

    /** What an entry bought before it ended may be too little to be sold again. */
    private static Decision<AccountLedger> entryEnded(
            AccountLedger ledger, OrderClosed closed, MarketView market) {
        var base = closed.symbol().base();
        var holding = ledger.holding(base);
        var open = holding == null ? null : holding.openPosition();
        var price = holding == null ? null : holding.mark();
        if (open == null
                || price == null
                || market.canBeSold(closed.symbol(), open.quantity(), price)) {
            return Decision.quiet(ledger);
        }
        var posting = new Posting(ledger, closed.at());
        posting.closeIfEmpty(base, market, OrderRole.ENTRY);
        var after = posting.done();
        var position = after.position(base);
        return position == null || after.hasOpenPosition(base)
                ? Decision.quiet(ledger)
                : new Decision<>(after, List.of(position, after.statement()));
    }
}
