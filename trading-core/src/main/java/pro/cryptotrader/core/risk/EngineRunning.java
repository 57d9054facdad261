package pro.cryptotrader.core.risk;

import java.util.Map;
import pro.cryptotrader.contracts.event.Denial;
import pro.cryptotrader.contracts.event.EngineState;

/** Only a running engine opens positions. */
record EngineRunning() implements RiskRule<Candidate> {
    @Override
    public boolean allows(Candidate candidate) {
        return candidate.account().engine().state() == EngineState.RUNNING;
    }

    @Override
    public Finding review(Candidate candidate) {
        var state = candidate.account().engine().state();
        return Finding.of(
                "engine-running",
                allows(candidate),
                () -> state.name(),
                () -> EngineState.RUNNING.name(),
                () ->
                        new Denial(
                                Denial.Code.ENGINE_NOT_RUNNING,
                                "the engine is " + state,
                                Map.of("state", state.name())));
    }
}
