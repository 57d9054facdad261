package pro.cryptotrader.risk;

import static org.awaitility.Awaitility.await;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Predicate;
import pro.cryptotrader.contracts.event.EngineCommand.Action;
import pro.cryptotrader.contracts.event.EngineState;
import pro.cryptotrader.contracts.event.EngineStateChanged;
import pro.cryptotrader.contracts.event.RiskVerdict;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.contracts.wire.Topic;
import pro.cryptotrader.core.risk.SymbolMarket;
import pro.cryptotrader.risk.outbound.AccountStore;
import pro.cryptotrader.risk.outbound.SymbolStore;
import pro.cryptotrader.testing.TopicFeed;
import pro.cryptotrader.testing.TopicProbe;

/** Both ends of the service: what it hears and what it says. */
@Singleton
class Ends {
    static final Duration BOUND = Duration.ofSeconds(30);

    final TopicFeed feed = TopicFeed.open();
    final TopicProbe verdicts = TopicProbe.of(Topic.RISK_VERDICTS);
    final TopicProbe states = TopicProbe.of(Topic.ENGINE_STATE);
    final TopicProbe logs = TopicProbe.of(Topic.TRADING_LOGS);
    private final AccountStore accounts;
    private final SymbolStore symbols;
    private final LatestTicks ticks;

    Ends(AccountStore accounts, SymbolStore symbols, LatestTicks ticks) {
        this.accounts = accounts;
        this.symbols = symbols;
        this.ticks = ticks;
    }

    /**
     * An account that may open positions: configured, funded, running in epoch 2, with a market.
     */
    AccountId trading(String name) {
        var account = new AccountId(name);
        market(World.BTC);
        feed.publish(World.config(account), World.funds(account, "10000"));
        await().atMost(BOUND).until(() -> isWorth(account, "10000") && isConfigured(account));
        feed.publish(World.command(account, Action.START));
        reached(account, EngineState.RUNNING, 2);
        return account;
    }

    void market(Symbol symbol) {
        feed.publish(World.instrument(symbol), World.tick(symbol));
        await().atMost(BOUND)
                .until(() ->
                        symbols.load(symbol).instrument() != null
                                && ticks.addTo(SymbolMarket.UNKNOWN, symbol).tick() != null);
    }

    boolean isKnown(AccountId account) {
        return accounts.peek(account) != null;
    }

    boolean isWorth(AccountId account, String equity) {
        var known = accounts.peek(account);
        return known != null
                && known.funds() != null
                && known.funds().equity().toString().equals(equity);
    }

    private boolean isConfigured(AccountId account) {
        var known = accounts.peek(account);
        return known != null && known.terms() != null;
    }

    Envelope<EngineStateChanged> reached(AccountId account, EngineState state, long epoch) {
        return states.await(
                EngineStateChanged.class,
                changed ->
                        changed.account().equals(account)
                                && changed.state() == state
                                && changed.epoch() == epoch,
                BOUND);
    }

    static Predicate<RiskVerdict> answers(AccountId account, Envelope<?> signal) {
        return verdict ->
                verdict.account().equals(account) && verdict.signalId().equals(signal.id());
    }
}
