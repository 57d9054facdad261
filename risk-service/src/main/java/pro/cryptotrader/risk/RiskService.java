package pro.cryptotrader.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import pro.cryptotrader.contracts.event.AccountEvent;
import pro.cryptotrader.contracts.event.EngineCommand;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.InstrumentListed;
import pro.cryptotrader.contracts.event.MarketAlert;
import pro.cryptotrader.contracts.event.Signal;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.core.risk.AccountFacts;
import pro.cryptotrader.core.risk.Engine;
import pro.cryptotrader.core.risk.EngineDesk;
import pro.cryptotrader.core.risk.MarketView;
import pro.cryptotrader.core.risk.RiskDesk;
import pro.cryptotrader.messaging.Inbox;
import pro.cryptotrader.messaging.Outbox;
import pro.cryptotrader.risk.outbound.AccountStore;
import pro.cryptotrader.risk.outbound.SymbolStore;

/** Runs the risk desk: one message in, one transaction, its decisions out. */
@ApplicationScoped
public class RiskService {
    static final String SOURCE = "risk-service";

    private final RiskDesk riskDesk = new RiskDesk();
    private final EngineDesk engineDesk = new EngineDesk();
    private final AccountFacts facts = new AccountFacts();
    private final Inbox inbox;
    private final Outbox outbox;
    private final AccountStore accounts;
    private final SymbolStore symbols;
    private final LatestTicks ticks;
    private final InstantSource clock;

    RiskService(
            Inbox inbox,
            Outbox outbox,
            AccountStore accounts,
            SymbolStore symbols,
            LatestTicks ticks,
            InstantSource clock) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.accounts = accounts;
        this.symbols = symbols;
        this.ticks = ticks;
        this.clock = clock;
    }

    /** All accounts that trade the signal answer it together or not at all. */
    @Transactional
    public void onSignal(Envelope<Event> message) {
        if (!(message.data() instanceof Signal signal)
                || signal.type() == Signal.SignalType.HOLD
                || !inbox.accept(message.id())) {
            return;
        }
        var market = ticks.addTo(symbols.load(signal.symbol()), signal.symbol());
        var view = MarketView.of(signal.symbol(), market);
        var now = market.timeAt(signal);
        var changed = new AccountStore.Changes();
        var said = new ArrayList<Envelope<Event>>();
        for (var account : accounts.answering(signal)) {
            var decision = riskDesk.decide(account, view, message.id(), signal);
            changed.add(account, decision.state());
            said.addAll(message.causes(SOURCE, now, decision.events()));
        }
        accounts.save(changed);
        outbox.append(said);
    }

    /**
     * Learns what has happened to an account. The facts replace older ones, so that a second
     * delivery does no harm and needs no inbox, which would grow by every mark to market.
     */
    @Transactional
    public void onFact(Envelope<Event> message) {
        if (!(message.data() instanceof AccountEvent fact)) {
            return;
        }
        var account = accounts.loadOrCreate(fact.account());
        var decision = facts.learn(account, fact, clock.instant());
        accounts.save(new AccountStore.Changes().add(account, decision.state()));
        outbox.append(message.causes(SOURCE, message.time(), decision.events()));
    }

    /**
     * Obeys or refuses a command, once, over whatever way it comes first.
     *
     * @return the engine after it
     * @throws UnknownAccount when the account has no configuration yet; nothing is remembered then
     */
    @Transactional
    public Engine onCommand(Envelope<? extends Event> message, EngineCommand command) {
        var account = accounts.load(command.account());
        if (account == null || account.terms() == null) {
            throw new UnknownAccount(command.account());
        }
        if (!inbox.accept(message.id())) {
            return account.engine();
        }
        var decision = engineDesk.decide(account, message.id(), command);
        accounts.save(new AccountStore.Changes().add(account, decision.state()));
        outbox.append(message.causes(SOURCE, message.time(), decision.events()));
        return decision.state().engine();
    }

    /** Learns the venue's rules for a symbol, or how its feed is. */
    @Transactional
    public void onMarket(Envelope<Event> message) {
        switch (message.data()) {
            case InstrumentListed listed ->
                    symbols.save(
                            listed.symbol(), symbols.loadForUpdate(listed.symbol()).with(listed));
            case MarketAlert alert ->
                    symbols.save(alert.symbol(), symbols.loadForUpdate(alert.symbol()).with(alert));
            default -> {}
        }
    }
}
