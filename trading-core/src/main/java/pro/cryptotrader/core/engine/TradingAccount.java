package pro.cryptotrader.core.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import pro.cryptotrader.contracts.event.AccountEvent;
import pro.cryptotrader.contracts.event.AccountStateChanged;
import pro.cryptotrader.contracts.event.EngineCommand;
import pro.cryptotrader.contracts.event.EngineStateChanged;
import pro.cryptotrader.contracts.event.EpochConfirmed;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.ExitRequested;
import pro.cryptotrader.contracts.event.FillEvent;
import pro.cryptotrader.contracts.event.FillEvent.FundsChanged;
import pro.cryptotrader.contracts.event.OrderEvent;
import pro.cryptotrader.contracts.event.PositionChanged;
import pro.cryptotrader.contracts.event.RiskVerdict;
import pro.cryptotrader.contracts.event.Signal;
import pro.cryptotrader.contracts.event.TradingConfigChanged;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.DeterministicId;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.EventType;
import pro.cryptotrader.core.Decision;
import pro.cryptotrader.core.execution.EntryConditions;
import pro.cryptotrader.core.execution.Permit;
import pro.cryptotrader.core.execution.Terms;
import pro.cryptotrader.core.execution.TradeInput;
import pro.cryptotrader.core.position.AccountLedger;
import pro.cryptotrader.core.position.MarkedLedger;
import pro.cryptotrader.core.position.Position;
import pro.cryptotrader.core.risk.AccountRisk;

/**
 * One account: what risk, executor and position know of it, each by its own decider, and who tells
 * whom what. Everything that one input leads to has happened when a method returns. Changes in
 * place; for one thread.
 */
public final class TradingAccount {
    private final AccountId id;
    private final Desks desks;
    private final Market market;
    private final Venue venue;
    private final Journal journal;
    private final MarkedLedger books;
    private final List<Lane> lanes = new ArrayList<>();
    private final ArrayDeque<ExitRequested> exits = new ArrayDeque<>();
    private final String approvedName;
    private AccountRisk risk;
    private Instant now;

    /** The version of the books that risk has heard of. */
    private long told = -1;

    /**
     * An account that starts to trade.
     *
     * @param opening what it owns
     */
    public TradingAccount(
            TradingConfigChanged config,
            Map<Asset, BigDecimal> opening,
            Desks desks,
            Market market,
            Venue venue,
            Journal journal) {
        this.id = config.account();
        this.desks = desks;
        this.market = market;
        this.venue = venue;
        this.journal = journal;
        this.now = config.at();
        this.approvedName = EventType.VERDICT_APPROVED.typeName() + "|" + config.account() + "|0";
        this.risk = AccountRisk.unknown(id);
        var quote = config.config().symbols().getFirst().quote();
        this.books = new MarkedLedger(AccountLedger.empty(id, quote));
        learn(config);
        start(config.at());
        opening.forEach((asset, amount) ->
                book(
                        desks.positions()
                                .decide(
                                        books.ledger(),
                                        new FundsChanged(
                                                id,
                                                asset,
                                                amount,
                                                FundsChanged.Cause.OPENING,
                                                config.at()),
                                        market.view())));
    }

    private void start(Instant at) {
        var command = new EngineCommand(id, EngineCommand.Action.START, false, "backtest", "", at);
        var commandId = DeterministicId.root("start|" + id);
        keep(desks.engine().decide(risk, commandId, command));
        learn(new EpochConfirmed(id, risk.engine().epoch(), "backtest", at));
    }

    /**
     * Prepares for a symbol.
     *
     * @param priceDecimals of the prices that {@link #mark} will be given
     * @return what to call it from now on
     */
    public int watch(Symbol symbol, int priceDecimals) {
        lanes.add(new Lane(id, symbol, venue, this::hear));
        return books.watch(symbol, priceDecimals);
    }

    public AccountId id() {
        return id;
    }

    /** Cash, holdings and equity, marked to the latest prices. */
    public MarkedLedger books() {
        return books;
    }

    /** Whether a symbol's trade is waiting for something, so that {@link #check} may help. */
    public boolean isUnsettled(int lane) {
        return lanes.get(lane).orders().isUnsettled();
    }

    /** What the open position was bought at, before commissions; NaN without one. */
    public double boughtAt(int lane) {
        return books.holds(lane) ? lanes.get(lane).bought() : Double.NaN;
    }

    /** Whether the position is being left already. */
    public boolean isLeaving(int lane) {
        return lanes.get(lane).orders().isLeaving();
    }

    /** Answers a signal at the latest prices. */
    public void signal(int lane, UUID signalId, UUID candleId, Signal signal, Instant at) {
        if (!risk.answers(signal)) {
            return;
        }
        now = at;
        if (signal.type() == Signal.SignalType.BUY) {
            hearStatement();
        }
        var decision = desks.risk().decide(risk, market.of(signal.symbol()), signalId, signal);
        risk = decision.state();
        var events = decision.events();
        for (int i = 0; i < events.size(); i++) {
            var event = events.get(i);
            journal.said(event, signalId);
            if (event instanceof RiskVerdict.Approved verdict) {
                var permit = new Permit(DeterministicId.of(signalId, approvedName), candleId);
                var known = lanes.get(lane);
                known.orders().approved(verdict, permit, at, terms(known.symbol()));
                leaveWhatMustGo();
            }
        }
    }

    /** Risk hears what the account is worth now, as it does live all the time. */
    private void hearStatement() {
        var ledger = books.ledger();
        if (books.version() != told) {
            told = books.version();
            learn(ledger.statement());
        }
    }

    /** Leaves an open position; without one nothing happens. */
    public void leave(int lane, ExitRequested.Reason reason, Instant at) {
        now = at;
        var symbol = lanes.get(lane).symbol();
        var holding = books.ledger().holding(symbol.base());
        var position = holding == null ? null : holding.openPosition();
        if (position != null) {
            leave(new ExitRequested(id, symbol, position.id(), reason, at));
        }
    }

    private void leave(ExitRequested exit) {
        var exitId = Position.exitId(exit, books.ledger().epoch());
        journal.said(exit, exitId);
        var lane = lanes.get(laneOf(exit.symbol()));
        lane.orders().leave(exit, exitId, terms(lane.symbol()));
    }

    private void leaveWhatMustGo() {
        while (!exits.isEmpty()) {
            leave(exits.remove());
        }
    }

    /** The venue answers a command, or says something about an order. */
    public void outcome(int lane, TradeInput input, Instant at) {
        now = at;
        feed(lane, input);
    }

    /** Some time has passed. */
    public void check(int lane, Instant at) {
        now = at;
        feed(lane, new TradeInput.Check());
    }

    /** The latest bid on a symbol, scaled as {@link #watch} was told. */
    public void mark(int lane, long bid, long timeMillis) {
        books.mark(lane, bid, timeMillis);
    }

    private void feed(int index, TradeInput input) {
        var lane = lanes.get(index);
        lane.orders().hear(input, terms(lane.symbol()));
        leaveWhatMustGo();
    }

    private Terms terms(Symbol symbol) {
        var engine = risk.engine();
        return new Terms(
                market.instrument(symbol),
                desks.form(),
                desks.abilities(),
                desks.takerCommission(),
                market.view().bids().get(symbol),
                new EntryConditions(engine.state(), engine.epoch(), false, true, now),
                now,
                desks.tellsOwner());
    }

    private void hear(Event event, UUID cause) {
        journal.said(event, cause);
        if (event instanceof OrderEvent order) {
            learn(order);
            book(desks.positions().decide(books.ledger(), order, market.view()));
        } else if (event instanceof FillEvent fill) {
            book(desks.positions().decide(books.ledger(), fill, market.view()));
        }
    }

    private void book(Decision<AccountLedger> decision) {
        books.put(decision.state());
        var events = decision.events();
        for (int i = 0; i < events.size(); i++) {
            var event = events.get(i);
            switch (event) {
                case PositionChanged position -> learn(position);
                case AccountStateChanged funds -> {
                    told = books.version();
                    learn(funds);
                }
                case ExitRequested exit -> exits.add(exit);
                default -> {}
            }
            journal.said(event, DeterministicId.ROOT);
        }
    }

    private void learn(AccountEvent fact) {
        keep(desks.facts().learn(risk, fact, now));
    }

    private void keep(Decision<AccountRisk> decision) {
        risk = decision.state();
        var events = decision.events();
        for (int i = 0; i < events.size(); i++) {
            var event = events.get(i);
            journal.said(event, DeterministicId.ROOT);
            if (event instanceof EngineStateChanged engine) {
                book(desks.positions().decide(books.ledger(), engine, market.view()));
            }
        }
    }

    private int laneOf(Symbol symbol) {
        for (int i = 0; i < lanes.size(); i++) {
            if (lanes.get(i).symbol().equals(symbol)) {
                return i;
            }
        }
        throw new IllegalArgumentException(id + " does not watch " + symbol);
    }
}
