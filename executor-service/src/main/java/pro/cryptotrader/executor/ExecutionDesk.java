package pro.cryptotrader.executor;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.EngineStateChanged;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.ExitRequested;
import pro.cryptotrader.contracts.event.RiskVerdict;
import pro.cryptotrader.contracts.event.Tick;
import pro.cryptotrader.contracts.event.TradingConfigChanged;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.core.execution.TradeInput;
import pro.cryptotrader.core.execution.VenueCommand;
import pro.cryptotrader.executor.outbound.AccountRows;
import pro.cryptotrader.executor.outbound.TradeRows;
import pro.cryptotrader.executor.outbound.VenueDesk;

/**
 * Where decisions meet the venue. A decision is committed first; its command is performed after, on
 * the trade's own lane; the outcome is the next decision's input. A crash anywhere in between
 * leaves a command in flight, and the next process asks the venue what became of it.
 */
@ApplicationScoped
public class ExecutionDesk {
    private static final Logger LOG = Logger.getLogger(ExecutionDesk.class);

    private final ExecutionService service;
    private final LiveAccounts accounts;
    private final AccountRows accountRows;
    private final TradeRows tradeRows;
    private final TradeTerms terms;
    private final LatestMarket market;
    private final Bearings bearings;
    private final VenueDesk venueDesk;
    private final Fence fence;
    private final CrashPoints crash;
    private final Lanes lanes;
    private final InstantSource wall;

    ExecutionDesk(
            ExecutionService service,
            LiveAccounts accounts,
            AccountRows accountRows,
            TradeRows tradeRows,
            TradeTerms terms,
            LatestMarket market,
            Bearings bearings,
            VenueDesk venueDesk,
            Fence fence,
            CrashPoints crash,
            Lanes lanes,
            InstantSource wall) {
        this.service = service;
        this.accounts = accounts;
        this.accountRows = accountRows;
        this.tradeRows = tradeRows;
        this.terms = terms;
        this.market = market;
        this.bearings = bearings;
        this.venueDesk = venueDesk;
        this.fence = fence;
        this.crash = crash;
        this.lanes = lanes;
        this.wall = wall;
    }

    private record TradeLane(AccountId account, Symbol symbol) {}

    /** Takes over from the process before us, before any message arrives. */
    void revive(@Observes @Priority(10) StartupEvent event) {
        for (var row : accountRows.all()) {
            var engine = row.engine();
            var account =
                    new LiveAccount(row.account(), engine == null ? EngineView.UNKNOWN : engine);
            account.trades(row.symbols());
            accounts.put(account);
            for (var trade : tradeRows.of(row.account())) {
                var symbol = trade.trade().symbol();
                perform(
                        row.account(),
                        symbol,
                        service.feed(
                                row.account(),
                                symbol,
                                new TradeInput.Revived(venueDesk.latestEntry())));
            }
        }
    }

    /** A verdict or exit request. */
    public void onPermit(Envelope<Event> message) {
        switch (message.data()) {
            case RiskVerdict.Approved verdict -> {
                bearings.await(verdict, fence.takenAt());
                perform(verdict.account(), verdict.symbol(), service.onVerdict(message, verdict));
            }
            case ExitRequested exit ->
                    perform(exit.account(), exit.symbol(), service.onExit(message, exit));
            default -> {}
        }
    }

    public void onTick(Envelope<Event> message) {
        if (message.data() instanceof Tick tick) {
            market.onTick(tick);
        }
    }

    /** The gate closes first; the epoch is confirmed when nothing of an older one is on its way. */
    public void onEngine(Envelope<Event> message) {
        if (message.data() instanceof EngineStateChanged engine) {
            var account = accounts.get(engine.account());
            var _ = account.closeGate(known -> known.heard(engine));
            fence.awaitPredecessors();
            service.onEngine(message, engine);
        }
    }

    public void onConfig(Envelope<Event> message) {
        if (message.data() instanceof TradingConfigChanged change) {
            service.onConfig(message, change);
            var account = accounts.get(change.account());
            account.trades(change.config().symbols());
            var isNew =
                    account.symbols().stream()
                            .anyMatch(symbol -> account.rules(symbol.venueName()) == null);
            if (isNew) {
                account.unreconciled();
            }
        }
    }

    /** Pulls the brake: when this returns, no entry leaves any more, not even after a crash. */
    public EngineView halt(AccountId id, UUID command) {
        var account = accounts.get(id);
        var now = wall.instant();
        var view = account.closeGate(known -> known.halted(command, now));
        fence.awaitPredecessors();
        service.halt(id);
        return view;
    }

    /** Lets a trade react to something, on its lane. */
    public void feed(AccountId account, Symbol symbol, TradeInput input) {
        lanes.run(new TradeLane(account, symbol), () -> react(account, symbol, input));
    }

    /**
     * Lets a trade react to something; the answer completes when it has, the venue asked included.
     */
    CompletableFuture<Void> settle(AccountId account, Symbol symbol, TradeInput input) {
        return lanes.call(new TradeLane(account, symbol), () -> react(account, symbol, input));
    }

    private void react(AccountId account, Symbol symbol, TradeInput input) {
        work(account, symbol, keep(() -> service.feed(account, symbol, input)));
    }

    private void perform(AccountId account, Symbol symbol, @Nullable VenueCommand command) {
        if (command != null) {
            lanes.run(new TradeLane(account, symbol), () -> work(account, symbol, command));
        }
    }

    private void work(AccountId id, Symbol symbol, @Nullable VenueCommand first) {
        var command = first;
        while (command != null) {
            var kind = command.kind();
            crash.reached("after-intent-commit", kind);
            var outcome = outcome(id, command);
            crash.reached("after-reply", kind);
            command = keep(() -> service.feed(id, symbol, outcome));
            crash.reached("after-reply-commit", kind);
        }
    }

    private TradeInput.Outcome outcome(AccountId id, VenueCommand command) {
        var account = accounts.find(id);
        var venue = account == null ? null : account.venue();
        if (account == null || venue == null) {
            return new TradeInput.Outcome.Withheld("there is no connection to the venue");
        }
        long scannedTo = scannedTo(id, command.symbol());
        return command instanceof VenueCommand.PlaceEntry entry
                ? account.pass(
                        () ->
                                terms.conditions(account)
                                        .objectionToBuying(entry.verdict())
                                        .or(() -> account.filterObjection(entry)),
                        TradeInput.Outcome.Withheld::new,
                        () -> venueDesk.perform(id, venue, command, scannedTo))
                : venueDesk.perform(id, venue, command, scannedTo);
    }

    private long scannedTo(AccountId id, Symbol symbol) {
        return tradeRows.of(id).stream()
                .filter(row -> row.trade().symbol().equals(symbol))
                .map(TradeRows.Row::scannedTo)
                .map(scan -> scan == null ? -1L : scan)
                .findFirst()
                .orElse(-1L);
    }

    /** What the venue has said must not be lost: tried until the database takes it. */
    private static <T extends @Nullable Object> T keep(Supplier<T> transaction) {
        while (true) {
            try {
                return transaction.get();
            } catch (RuntimeException e) {
                LOG.errorf(e, "not kept, trying again");
                try {
                    TimeUnit.SECONDS.sleep(1);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    throw e;
                }
            }
        }
    }
}
