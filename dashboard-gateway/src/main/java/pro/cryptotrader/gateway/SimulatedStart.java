package pro.cryptotrader.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pro.cryptotrader.contracts.config.TradingConfig;
import pro.cryptotrader.contracts.config.TradingMode;
import pro.cryptotrader.contracts.event.EngineCommand;
import pro.cryptotrader.contracts.event.EngineState;
import pro.cryptotrader.contracts.event.EngineStateChanged;
import pro.cryptotrader.contracts.value.DeterministicId;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.wire.Envelope;

/**
 * On a simulated venue a newcomer sees trading within a minute and without touching anything: the
 * first account looks at every candle of a minute and takes weaker signals than elsewhere, and a
 * new account's engine is started once, by a command like anybody's. Off unless asked for; where
 * money is real, a person starts.
 */
@ApplicationScoped
public class SimulatedStart {
    static final String ISSUER = "first start";

    private final boolean wanted;

    SimulatedStart(
            @ConfigProperty(name = "gateway.start-new-engines", defaultValue = "false")
                    boolean wanted) {
        this.wanted = wanted;
    }

    /** The first account's configuration. */
    TradingConfig config() {
        var usual = TradingConfig.defaults();
        return wanted
                ? new TradingConfig(
                        usual.enabled(),
                        TradingMode.AGGRESSIVE,
                        usual.paperTrading(),
                        Interval.M1,
                        usual.symbols(),
                        usual.risk(),
                        usual.notifications())
                : usual;
    }

    /** Whether {@code state} is that of an engine nobody has ever given a command. */
    boolean isDue(EngineStateChanged state) {
        return wanted && state.state() == EngineState.STOPPED && state.commandId() == null;
    }

    /** The command; the same however often it is asked for. */
    Envelope<EngineCommand> command(EngineStateChanged state) {
        return Envelope.root(
                DeterministicId.root("first engine start|" + state.account()),
                "dashboard-gateway",
                state.at(),
                new EngineCommand(
                        state.account(),
                        EngineCommand.Action.START,
                        false,
                        ISSUER,
                        "a new simulated account starts by itself",
                        state.at()));
    }
}
