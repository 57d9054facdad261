package pro.cryptotrader.core.position;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.EngineState;
import pro.cryptotrader.contracts.event.EngineStateChanged;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.ExitRequested;
import pro.cryptotrader.contracts.event.FillEvent;
import pro.cryptotrader.contracts.event.FillEvent.Fill;
import pro.cryptotrader.contracts.event.FillEvent.FundsChanged;
import pro.cryptotrader.contracts.event.OrderEvent;
import pro.cryptotrader.contracts.event.OrderRole;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.core.Decision;

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
        var fee = Commission.of(fill);
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
        if (fee.inOther().signum() != 0 && ledger.hasOpenPosition(fee.asset())) {
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
        if (ledger.hasOpenPosition(asset)) {
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
        return RestingLegs.decide(ledger, event, market);
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
