package pro.cryptotrader.executor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.config.SealedSecret;
import pro.cryptotrader.contracts.event.EngineStateChanged;
import pro.cryptotrader.contracts.event.EpochConfirmed;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.ExitRequested;
import pro.cryptotrader.contracts.event.RiskVerdict;
import pro.cryptotrader.contracts.event.TradingConfigChanged;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.core.execution.Permit;
import pro.cryptotrader.core.execution.Trade;
import pro.cryptotrader.core.execution.TradeDecider;
import pro.cryptotrader.core.execution.TradeInput;
import pro.cryptotrader.core.execution.VenueCommand;
import pro.cryptotrader.executor.outbound.AccountRows;
import pro.cryptotrader.executor.outbound.FundsRows;
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
    private final FundsRows funds;
    private final LiveAccounts live;
    private final Fence fence;
    private final CrashPoints crash;
    private final BareTime bareTime;
    private final TradeTerms terms;
    private final InstantSource wall;
    private final String instance;

    ExecutionService(
            Inbox inbox,
            Outbox outbox,
            AccountRows accounts,
            TradeRows trades,
            OrderRows orders,
            FundsRows funds,
            LiveAccounts live,
            Fence fence,
            CrashPoints crash,
            BareTime bareTime,
            TradeTerms terms,
            InstantSource wall,
            @ConfigProperty(name = "executor.instance") String instance) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.accounts = accounts;
        this.trades = trades;
        this.orders = orders;
        this.funds = funds;
        this.live = live;
        this.fence = fence;
        this.crash = crash;
        this.bareTime = bareTime;
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
        fence.hold();
        var row = trades.loadForUpdate(account, symbol);
        var before = row.trade();
        var circumstances = terms.of(account, symbol);
        var step = TradeDecider.decide(before, input, circumstances);
        var bare = bareTime.since(row.bareSince(), step.trade(), circumstances.instrument());
        var events = new ArrayList<>(step.events());
        bareTime.ended(row.bareSince(), bare, step.trade(), circumstances.now())
                .ifPresent(events::add);
        if (!step.trade().equals(before) || !events.isEmpty()) {
            trades.save(step.trade(), row.sequence() + events.size(), bare);
            orders.save(
                    step.trade(),
                    step.trade().orders().stream()
                            .filter(order -> !order.equals(before.order(order.id())))
                            .toList());
            events.forEach(funds::count);
            outbox.append(
                    Announcements.of(
                            events, step.trade(), input, row.sequence(), circumstances.now()));
        }
        beforeCommit(before, input, step.trade());
        return step.command();
    }

    /** The places right before a commit at which a test may want us dead. */
    private void beforeCommit(Trade before, TradeInput input, Trade after) {
        var answered = before.inFlight();
        if (input instanceof TradeInput.Outcome && answered != null) {
            crash.reached("before-reply-commit", answered.kind());
        }
        var intended = after.inFlight();
        if (intended != null && !intended.equals(answered)) {
            crash.reached("before-intent-commit", intended.kind());
        }
    }

    /** Keeps what is known of the engine and confirms an epoch that has not been confirmed. */
    @Transactional
    public void onEngine(Envelope<Event> message, EngineStateChanged engine) {
        fence.hold();
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
        fence.hold();
        var row = accounts.loadForUpdate(account);
        // Read behind the row's lock: of two writers the later one writes what both have changed.
        accounts.saveEngine(account, live.get(account).engine(), row.confirmedEpoch());
    }

    @Transactional
    public void onConfig(Envelope<Event> message, TradingConfigChanged change) {
        fence.hold();
        if (inbox.accept(message.id())) {
            accounts.loadForUpdate(change.account());
            accounts.saveSymbols(change.account(), change.config().symbols());
        }
    }

    @Transactional
    public void keepKeys(
            AccountId account, SealedSecret apiKey, SealedSecret secretKey, String venue) {
        fence.hold();
        accounts.saveKeys(account, apiKey, secretKey, venue);
    }

    @Transactional
    public void scanned(AccountId account, Symbol symbol, long to) {
        fence.hold();
        trades.loadForUpdate(account, symbol);
        trades.scanned(account, symbol, to);
    }
}
