package pro.cryptotrader.risk.inbound;

import pro.cryptotrader.contracts.event.EngineState;
import pro.cryptotrader.core.risk.Engine;

/**
 * How an engine stands.
 *
 * @param confirmedEpoch a stop is complete when it equals {@code epoch}
 */
record EngineView(
        EngineState state, long epoch, long confirmedEpoch, boolean liquidate, String reason) {
    static EngineView of(Engine engine) {
        return new EngineView(
                engine.state(),
                engine.epoch(),
                engine.confirmedEpoch(),
                engine.liquidate(),
                engine.reason());
    }
}
