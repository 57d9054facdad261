package pro.cryptotrader.executor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.binance.AccountSnapshot;
import pro.cryptotrader.binance.VenueTrade;
import pro.cryptotrader.contracts.config.SealedSecret;
import pro.cryptotrader.contracts.event.EngineStateChanged;
import pro.cryptotrader.contracts.event.EpochConfirmed;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.ExitRequested;
import pro.cryptotrader.contracts.event.FillEvent.FundsChanged;
import pro.cryptotrader.contracts.event.RiskVerdict;
import pro.cryptotrader.contracts.event.TradingConfigChanged;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.DeterministicId;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.core.execution.Permit;
import pro.cryptotrader.core.execution.TradeDecider;
import pro.cryptotrader.core.execution.TradeInput;
import pro.cryptotrader.core.execution.VenueCommand;
import pro.cryptotrader.executor.outbound.AccountRows;
import pro.cryptotrader.executor.outbound.OrderRows;
import pro.cryptotrader.executor.outbound.TradeRows;
import pro.cryptotrader.messaging.Inbox;
import pro.cryptotrader.messaging.Outbox;

/**
 * The executor's transactions: each keeps a state and what is said about it, and hands back the
 * command that may be performed once it has committed.
 */
@ApplicationScoped
public class ExecutionService {
    private static final String SOURCE = Announcements.SOURCE;

    private final Inbox inbox;
    private final Outbox outbox;
    private final AccountRows accounts;
    private final TradeRows trades;
    private final OrderRows orders;
    private final LiveAccounts live;
    private final TradeTerms terms;
    private final InstantSource wall;
    private final String instance;

    ExecutionService(
            Inbox inbox,
            Outbox outbox,
            AccountRows accounts,
            TradeRows trades,
            OrderRows orders,
            LiveAccounts live,
            TradeTerms terms,
            InstantSource wall,
            @ConfigProperty(name = "executor.instance") String instance) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.accounts = accounts;
        this.trades = trades;
        this.orders = orders;
        this.live = live;
        this.terms = terms;
        this.wall = wall;
        this.instance = instance;
    }

    /** Answers a verdict. */
    @Transactional
    public @Nullable VenueCommand onVerdict(Envelope<Event> message, RiskVerdict.Approved verdict) {
        if (!inbox.accept(message.id())) {
            return null;
        }
        var permit = new Permit(message.id(), message.correlation());
        var input =
                verdict.side() == Side.BUY
                        ? new TradeInput.Buy(verdict, permit)
                        : new TradeInput.Sell(verdict, permit, message.time());
        return decide(verdict.account(), verdict.symbol(), input);
    }

    /** Answers an exit request. */
    @Transactional
    public @Nullable VenueCommand onExit(Envelope<Event> message, ExitRequested exit) {
        if (!inbox.accept(message.id())) {
            return null;
        }
        return decide(
                exit.account(),
                exit.symbol(),
                new TradeInput.Leave(
                        OrderId.from(message.id(), "exit"),
                        new Permit(message.id(), message.correlation()),
                        exit.reason().name(),
                        exit.at()));
    }

    /** Answers the venue, the clock or a restart. */
    @Transactional
    public @Nullable VenueCommand feed(AccountId account, Symbol symbol, TradeInput input) {
        return decide(account, symbol, input);
    }

    private @Nullable VenueCommand decide(AccountId account, Symbol symbol, TradeInput input) {
        var row = trades.loadForUpdate(account, symbol);
        var before = row.trade();
        var circumstances = terms.of(account, symbol);
        var step = TradeDecider.decide(before, input, circumstances);
        if (!step.trade().equals(before) || !step.events().isEmpty()) {
            trades.save(step.trade(), row.sequence() + step.events().size());
            orders.save(
                    step.trade(),
                    step.trade().orders().stream()
                            .filter(order -> !order.equals(before.order(order.id())))
                            .toList());
            outbox.append(
                    Announcements.of(
                            step.events(),
                            step.trade(),
                            input,
                            row.sequence(),
                            circumstances.now()));
        }
        return step.command();
    }

    /** Keeps what is known of the engine and confirms an epoch that has not been confirmed. */
    @Transactional
    public void onEngine(Envelope<Event> message, EngineStateChanged engine) {
        if (!inbox.accept(message.id())) {
            return;
        }
        var row = accounts.loadForUpdate(engine.account());
        var isNew = engine.epoch() > row.confirmedEpoch();
        accounts.saveEngine(
                engine.account(),
                live.get(engine.account()).engine(),
                Math.max(engine.epoch(), row.confirmedEpoch()));
        if (isNew) {
            var now = wall.instant();
            outbox.append(
                    message.causes(
                            SOURCE,
                            "confirmed|" + engine.epoch(),
                            now,
                            new EpochConfirmed(engine.account(), engine.epoch(), instance, now)));
        }
    }

    /** Keeps the brake pulled over a restart. */
    @Transactional
    public void halt(AccountId account) {
        var row = accounts.loadForUpdate(account);
        // Read behind the row's lock: of two writers the later one writes what both have changed.
        accounts.saveEngine(account, live.get(account).engine(), row.confirmedEpoch());
    }

    @Transactional
    public void onConfig(Envelope<Event> message, TradingConfigChanged change) {
        if (inbox.accept(message.id())) {
            accounts.loadForUpdate(change.account());
            accounts.saveSymbols(change.account(), change.config().symbols());
        }
    }

    @Transactional
    public void keepKeys(AccountId account, SealedSecret apiKey, SealedSecret secretKey) {
        accounts.saveKeys(account, apiKey, secretKey);
    }

    /** Tells, once, what the account owned before we did anything with it. */
    @Transactional
    public void open(AccountId account, AccountSnapshot snapshot, Instant now) {
        if (accounts.loadForUpdate(account).opened()) {
            return;
        }
        accounts.markOpened(account);
        snapshot.balances()
                .forEach((asset, balance) ->
                        outbox.append(
                                funds(
                                        "opening|%s|%s".formatted(account, asset),
                                        account,
                                        asset,
                                        balance.total(),
                                        FundsChanged.Cause.OPENING,
                                        now)));
    }

    /** A deposit or withdrawal. */
    @Transactional
    public void moveFunds(AccountId account, Asset asset, BigDecimal delta, Instant at) {
        var id = "transfer|%s|%s|%s|%s".formatted(account, asset, delta.toPlainString(), at);
        if (inbox.accept(DeterministicId.root(id))) {
            outbox.append(
                    funds(
                            id,
                            account,
                            asset,
                            delta,
                            delta.signum() > 0
                                    ? FundsChanged.Cause.DEPOSIT
                                    : FundsChanged.Cause.WITHDRAWAL,
                            at));
        }
    }

    /** A trade that a person or another program made: shown, counted, never touched. */
    @Transactional
    public void foreignTrade(AccountId account, Symbol symbol, VenueTrade trade) {
        if (!orders.noteForeign(account, symbol, trade.id())) {
            return;
        }
        var sign = trade.buyer() ? BigDecimal.ONE : BigDecimal.ONE.negate();
        var base = trade.quantity().multiply(sign);
        var quote = trade.quantity().multiply(trade.price()).multiply(sign).negate();
        var moves = new ArrayList<Map.Entry<Asset, BigDecimal>>();
        moves.add(Map.entry(symbol.base(), base));
        moves.add(Map.entry(symbol.quote(), quote));
        if (trade.commission().signum() > 0) {
            moves.add(Map.entry(new Asset(trade.commissionAsset()), trade.commission().negate()));
        }
        var id = "foreign|%s|%s|%d".formatted(account, symbol, trade.id());
        for (int i = 0; i < moves.size(); i++) {
            var move = moves.get(i);
            outbox.append(
                    funds(
                            id + "|" + i,
                            account,
                            move.getKey(),
                            move.getValue(),
                            FundsChanged.Cause.FOREIGN_TRADE,
                            trade.at()));
        }
        log(
                id + "|log",
                account,
                TradingLog.Level.WARNING,
                "%s %s was %s outside of this platform"
                        .formatted(
                                trade.quantity().toPlainString(),
                                symbol.base(),
                                trade.buyer() ? "bought" : "sold"),
                trade.at());
    }

    /** Says something to the account's owner, once per name. */
    @Transactional
    public void tell(String name, AccountId account, TradingLog.Level level, String message) {
        if (inbox.accept(DeterministicId.root(name))) {
            var now = terms.now();
            log(name, account, level, message, now == null ? wall.instant() : now);
        }
    }

    @Transactional
    public void scanned(AccountId account, Symbol symbol, long to) {
        trades.loadForUpdate(account, symbol);
        trades.scanned(account, symbol, to);
    }

    private void log(
            String name, AccountId account, TradingLog.Level level, String message, Instant at) {
        outbox.append(
                Envelope.root(
                        DeterministicId.root(name),
                        SOURCE,
                        at,
                        new TradingLog(account, level, SOURCE, message, Map.of(), at)));
    }

    private static Envelope<FundsChanged> funds(
            String name,
            AccountId account,
            Asset asset,
            BigDecimal delta,
            FundsChanged.Cause cause,
            Instant at) {
        return Envelope.root(
                DeterministicId.root(name),
                SOURCE,
                at,
                new FundsChanged(account, asset, delta, cause, at));
    }
}
