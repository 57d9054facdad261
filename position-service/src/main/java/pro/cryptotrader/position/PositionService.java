package pro.cryptotrader.position;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pro.cryptotrader.contracts.event.EngineStateChanged;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.ExitRequested;
import pro.cryptotrader.contracts.event.FillEvent;
import pro.cryptotrader.contracts.event.InstrumentListed;
import pro.cryptotrader.contracts.event.OrderEvent;
import pro.cryptotrader.contracts.event.PositionChanged;
import pro.cryptotrader.contracts.event.Tick;
import pro.cryptotrader.contracts.event.TradingConfigChanged;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.DeterministicId;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.core.Decision;
import pro.cryptotrader.core.position.AccountLedger;
import pro.cryptotrader.core.position.BrokenLedger;
import pro.cryptotrader.core.position.Position;
import pro.cryptotrader.core.position.PositionDesk;
import pro.cryptotrader.messaging.Inbox;
import pro.cryptotrader.messaging.Outbox;
import pro.cryptotrader.position.outbound.Books;
import pro.cryptotrader.position.outbound.Instruments;
import pro.cryptotrader.position.outbound.Ledgers;
import pro.cryptotrader.position.outbound.StoredLedger;

/** Runs the position desk: one event in, one transaction, its decisions out. */
@ApplicationScoped
public class PositionService {
    private static final String SOURCE = "position-service";

    private final PositionDesk desk = new PositionDesk();
    private final Inbox inbox;
    private final Outbox outbox;
    private final Ledgers ledgers;
    private final Books books;
    private final Instruments instruments;
    private final LiveLedgers live;
    private final LiveMarket market;
    private final jakarta.enterprise.event.Event<StoredLedger> kept;
    private final Asset defaultQuote;

    PositionService(
            Inbox inbox,
            Outbox outbox,
            Ledgers ledgers,
            Books books,
            Instruments instruments,
            LiveLedgers live,
            LiveMarket market,
            jakarta.enterprise.event.Event<StoredLedger> kept,
            @ConfigProperty(name = "position.quote-asset") String defaultQuote) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.ledgers = ledgers;
        this.books = books;
        this.instruments = instruments;
        this.live = live;
        this.market = market;
        this.kept = kept;
        this.defaultQuote = new Asset(defaultQuote);
    }

    /**
     * Books a fill or a change of funds, once for ever.
     *
     * @throws BrokenLedger when the books contradict it
     */
    @Transactional
    public void onFill(Envelope<Event> message) {
        if (message.data() instanceof FillEvent fill
                && inbox.accept(message.id())
                && books.book(message.id(), fill)) {
            decide(message, fill.account(), ledger -> desk.decide(ledger, fill, market.view()));
        }
    }

    @Transactional
    public void onOrder(Envelope<Event> message) {
        if (message.data() instanceof OrderEvent order && inbox.accept(message.id())) {
            decide(message, order.account(), ledger -> desk.decide(ledger, order, market.view()));
        }
    }

    @Transactional
    public void onEngine(Envelope<Event> message) {
        if (message.data() instanceof EngineStateChanged engine && inbox.accept(message.id())) {
            decide(message, engine.account(), ledger -> desk.decide(ledger, engine, market.view()));
        }
    }

    /** A new account, or one that is to be counted in another asset. */
    @Transactional
    public void onConfig(Envelope<Event> message) {
        if (message.data() instanceof TradingConfigChanged change
                && !change.config().symbols().isEmpty()
                && inbox.accept(message.id())) {
            var quote = change.config().symbols().getFirst().quote();
            decide(message, change.account(), ledger -> countedIn(ledger, quote, change));
        }
    }

    private static Decision<AccountLedger> countedIn(
            AccountLedger ledger, Asset quote, TradingConfigChanged change) {
        if (ledger.quote().equals(quote)) {
            return Decision.quiet(ledger);
        }
        if (ledger.isUntouched()) {
            return Decision.quiet(AccountLedger.empty(ledger.account(), quote));
        }
        return new Decision<>(
                ledger,
                List.of(
                        new TradingLog(
                                ledger.account(),
                                TradingLog.Level.ERROR,
                                SOURCE,
                                "The account is counted in %s; symbols quoted in %s cannot be traded on it"
                                        .formatted(ledger.quote(), quote),
                                Map.of("quote", quote.toString()),
                                change.at())));
    }

    @Transactional
    public void onInstrument(Envelope<Event> message) {
        if (message.data() instanceof InstrumentListed listed) {
            instruments.save(listed.instrument());
            market.know(listed.instrument());
        }
    }

    /** Marks every account that holds the symbol; in memory only. */
    public void onTick(Envelope<Event> message) {
        if (message.data() instanceof Tick tick) {
            live.onTick(tick);
        }
    }

    /** The accounts that ticks have changed since they were published. */
    public List<AccountId> changedByTicks() {
        return live.changed();
    }

    /** Keeps and publishes an account as ticks have marked it. */
    @Transactional
    public void publishMarked(AccountId account) {
        var stored = ledgers.loadForUpdate(account, defaultQuote);
        var ledger = live.latest(stored);
        if (ledger.equals(stored.ledger())) {
            kept.fire(stored);
            return;
        }
        long version = stored.version() + 1;
        keep(new StoredLedger(ledger, version));
        books.sample(ledger);
        var events = new ArrayList<Event>();
        for (var holding : ledger.holdings()) {
            var position = ledger.position(holding.asset());
            if (position != null && position.status() == PositionChanged.Status.OPEN) {
                events.add(position);
            }
        }
        events.add(ledger.statement());
        outbox.append(
                events.stream()
                        .map(event ->
                                Envelope.root(
                                        markedId(account, version, event),
                                        SOURCE,
                                        ledger.at(),
                                        event))
                        .toList());
    }

    private static UUID markedId(AccountId account, long version, Event event) {
        return DeterministicId.root("marked|%s|%d|%s".formatted(account, version, event.key()));
    }

    private void decide(
            Envelope<Event> cause,
            AccountId account,
            Function<AccountLedger, Decision<AccountLedger>> decider) {
        var stored = ledgers.loadForUpdate(account, defaultQuote);
        var before = live.latest(stored);
        var decision = decider.apply(before);
        var ledger = decision.state();
        if (!ledger.equals(before)) {
            keep(new StoredLedger(ledger, stored.version() + 1));
        }
        books.record(ledger, decision.events());
        outbox.append(envelopes(cause, ledger, decision.events()));
    }

    private void keep(StoredLedger ledger) {
        ledgers.save(ledger);
        kept.fire(ledger);
    }

    /** Exit requests are named by what they are about: said twice, they are still one. */
    private static List<Envelope<Event>> envelopes(
            Envelope<Event> cause, AccountLedger ledger, List<Event> events) {
        var time = cause.data() instanceof EngineStateChanged ? ledger.at() : cause.time();
        UnaryOperator<Envelope<Event>> named =
                envelope ->
                        envelope.data() instanceof ExitRequested exit
                                ? new Envelope<>(
                                        Position.exitId(exit, ledger.epoch()),
                                        SOURCE,
                                        time,
                                        cause.id(),
                                        cause.correlation(),
                                        exit)
                                : envelope;
        return cause.causes(SOURCE, time, events).stream().map(named).toList();
    }

    /** Tells the user, once, that the books no longer add up and that the account stands still. */
    @Transactional
    public void reportBroken(Envelope<Event> message, BrokenLedger broken) {
        var account = message.account();
        var id = DeterministicId.of(message.id(), "broken-ledger");
        if (account != null && inbox.accept(id)) {
            outbox.append(
                    new Envelope<>(
                            id,
                            SOURCE,
                            message.time(),
                            message.id(),
                            message.correlation(),
                            new TradingLog(
                                    account,
                                    TradingLog.Level.ERROR,
                                    SOURCE,
                                    "The books do not add up, positions are no longer updated: "
                                            + broken.getMessage(),
                                    Map.of("event", message.id().toString()),
                                    message.time())));
        }
    }
}
