package pro.cryptotrader.core.position;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.EngineState;
import pro.cryptotrader.contracts.event.EngineStateChanged;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.ExitRequested;
import pro.cryptotrader.contracts.event.FillEvent;
import pro.cryptotrader.contracts.event.FillEvent.Fill;
import pro.cryptotrader.contracts.event.FillEvent.FundsChanged;
import pro.cryptotrader.contracts.event.OrderEvent;
import pro.cryptotrader.contracts.event.OrderEvent.OrderClosed;
import pro.cryptotrader.contracts.event.OrderEvent.OrderIntended;
import pro.cryptotrader.contracts.event.OrderRole;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.core.Decision;
import pro.cryptotrader.core.position.Holding.Leg;

/**
 * Decides what fills, orders and the engine mean for an account's positions. Marking to market says
 * nothing and is {@link AccountLedger#marked}; how often a marked account is published is the
 * caller's affair.
 */
public final class PositionDesk {
    private final boolean tellsOwner;

    /** The desk that keeps the books of what is traded. */
    public PositionDesk() {
        this(true);
    }

    /**
     * A desk for experiments; it decides alike.
     *
     * @param tellsOwner whether it writes balance sheets after trades, and the trading log
     */
    public PositionDesk(boolean tellsOwner) {
        this.tellsOwner = tellsOwner;
    }

    /**
     * What moves balances.
     *
     * @throws BrokenLedger when more leaves than is held
     */
    public Decision<AccountLedger> decide(
            AccountLedger ledger, FillEvent event, MarketView market) {
        return switch (event) {
            case Fill fill when fill.role() == OrderRole.FOREIGN ->
                    outside(ledger, fill, fill.symbol().base(), market);
            case Fill fill -> traded(ledger, fill, market);
            case FundsChanged funds -> outside(ledger, funds, funds.asset(), market);
        };
    }

    private Decision<AccountLedger> traded(AccountLedger ledger, Fill fill, MarketView market) {
        requireQuote(ledger, fill.symbol());
        var base = fill.symbol().base();
        var fee = Posting.Commission.of(fill);
        var posting = new Posting(ledger, fill.at());
        mark(posting, ledger, base, market, fill.price());
        mark(posting, ledger, fee.asset(), market, null);
        var excess = BigDecimal.ZERO;
        if (fill.side() == Side.BUY) {
            posting.bought(fill, fee);
        } else {
            excess = posting.sold(fill, fee);
            posting.closeIfEmpty(base, market, fill.role());
        }
        if (fee.inOther().signum() != 0) {
            posting.closeIfEmpty(fee.asset(), market, null);
        }
        var after = posting.done();
        var unliquidated = after;
        var events = new ArrayList<Event>();
        addPosition(events, after, base);
        if (fee.inOther().signum() != 0 && hasOpenPosition(ledger, fee.asset())) {
            addPosition(events, after, fee.asset());
        }
        after = liquidate(after, base, market, events);
        if (tellsOwner) {
            events.add(after.statement());
            events.addAll(
                    new TradeWords(ledger, unliquidated, fill)
                            .lines(posting.isMarked(fee.asset()), excess));
        }
        return new Decision<>(after, events);
    }

    private Decision<AccountLedger> outside(
            AccountLedger ledger, FillEvent event, Asset asset, MarketView market) {
        var posting = new Posting(ledger, event.at());
        boolean isCash = asset.equals(ledger.quote());
        if (!isCash) {
            mark(posting, ledger, asset, market, null);
        }
        switch (event) {
            case Fill fill -> posting.foreign(fill);
            case FundsChanged funds -> posting.funds(funds);
        }
        if (!isCash) {
            posting.closeIfEmpty(asset, market, OrderRole.FOREIGN);
        }
        var after = posting.done();
        var events = new ArrayList<Event>();
        if (hasOpenPosition(ledger, asset)) {
            addPosition(events, after, asset);
        }
        events.add(after.statement());
        if (tellsOwner) {
            events.addAll(TradeWords.outside(after, event));
        }
        return new Decision<>(after, events);
    }

    private static void mark(
            Posting posting,
            AccountLedger ledger,
            Asset asset,
            MarketView market,
            @Nullable Price fallback) {
        if (asset.equals(ledger.quote())) {
            return;
        }
        var bid = market.bid(new Symbol(asset, ledger.quote()));
        if (bid != null) {
            posting.mark(asset, bid);
        } else if (fallback != null && !posting.isMarked(asset)) {
            posting.mark(asset, fallback);
        }
    }

    private static boolean hasOpenPosition(AccountLedger ledger, Asset asset) {
        var holding = ledger.holding(asset);
        return holding != null && holding.openPosition() != null;
    }

    private static void requireQuote(AccountLedger ledger, Symbol symbol) {
        if (!symbol.quote().equals(ledger.quote())) {
            throw new BrokenLedger(
                    "account %s is counted in %s and cannot trade %s"
                            .formatted(ledger.account(), ledger.quote(), symbol));
        }
    }

    private static void addPosition(List<Event> events, AccountLedger ledger, Asset asset) {
        var position = ledger.position(asset);
        if (position != null) {
            events.add(position);
        }
    }

    /** What the executor does: protective orders come to rest or go, an entry ends. */
    public Decision<AccountLedger> decide(
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
        var found = ledger.holding(intended.symbol().base());
        var holding = found == null ? Holding.empty(intended.symbol().base()) : found;
        var stop = intended.stopPrice();
        var limit = intended.limitPrice();
        return switch (intended.role()) {
            case STOP_LOSS -> {
                var price = stop != null ? stop : limit;
                yield withLegs(
                        ledger,
                        holding,
                        price == null ? null : new Leg(intended.orderId(), price),
                        holding.takeProfit());
            }
            case TAKE_PROFIT -> {
                var price = limit != null ? limit : stop;
                yield withLegs(
                        ledger,
                        holding,
                        holding.stopLoss(),
                        price == null ? null : new Leg(intended.orderId(), price));
            }
            default -> Decision.quiet(ledger);
        };
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
        var changed = holding.withLegs(stop, target);
        if (changed.equals(holding)) {
            return Decision.quiet(ledger);
        }
        var after = ledger.with(changed);
        var events = new ArrayList<Event>();
        if (changed.openPosition() != null
                && !Objects.equals(changed.protection(), holding.protection())) {
            addPosition(events, after, holding.asset());
        }
        return new Decision<>(after, events);
    }

    /** What an entry bought before it ended may be too little to be sold again. */
    private static Decision<AccountLedger> entryEnded(
            AccountLedger ledger, OrderClosed closed, MarketView market) {
        var base = closed.symbol().base();
        if (!hasOpenPosition(ledger, base)) {
            return Decision.quiet(ledger);
        }
        var posting = new Posting(ledger, closed.at());
        posting.closeIfEmpty(base, market, OrderRole.ENTRY);
        var after = posting.done();
        if (hasOpenPosition(after, base)) {
            return Decision.quiet(ledger);
        }
        var events = new ArrayList<Event>();
        addPosition(events, after, base);
        events.add(after.statement());
        return new Decision<>(after, events);
    }

    /**
     * The engine reached another state. While it wants everything sold, each open position is told
     * to go once per epoch, one that opens late included.
     */
    public Decision<AccountLedger> decide(
            AccountLedger ledger, EngineStateChanged engine, MarketView market) {
        if (engine.epoch() < ledger.epoch()) {
            return Decision.quiet(ledger);
        }
        boolean sellAll =
                engine.liquidate()
                        && (engine.state() == EngineState.STOPPING
                                || engine.state() == EngineState.EMERGENCY_STOPPED);
        var after = ledger.inEpoch(engine.epoch(), sellAll);
        var events = new ArrayList<Event>();
        for (var holding : ledger.holdings()) {
            after = liquidate(after, holding.asset(), market, events);
        }
        return new Decision<>(after, events);
    }

    private static AccountLedger liquidate(
            AccountLedger ledger, Asset base, MarketView market, List<Event> events) {
        var holding = ledger.holding(base);
        var position = holding == null ? null : holding.openPosition();
        if (!ledger.liquidating()
                || holding == null
                || position == null
                || position.exitEpoch() >= ledger.epoch()
                || holding.mark() == null
                || !market.canBeSold(
                        ledger.symbolOf(holding), position.quantity(), holding.mark())) {
            return ledger;
        }
        events.add(
                new ExitRequested(
                        ledger.account(),
                        ledger.symbolOf(holding),
                        position.id(),
                        ExitRequested.Reason.LIQUIDATION,
                        ledger.at()));
        return ledger.with(holding.withPosition(position.toldToGo(ledger.epoch())));
    }
}
