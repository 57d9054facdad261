package pro.cryptotrader.core.execution;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.EngineState;
import pro.cryptotrader.contracts.event.RiskVerdict;

/**
 * What must hold for an approved order to leave. Asked when the verdict arrives and again
 * immediately before sending; what is not known counts against it.
 *
 * @param engine the engine's state; null when it is not known
 * @param epoch the engine's epoch
 * @param halted whether entries are halted by hand, whatever the engine's state says
 * @param reconciled whether what we believe has been compared with the venue since the latest gap
 * @param marketTime the latest time that the market has shown; null when it has shown none
 */
public record EntryConditions(
        @Nullable EngineState engine,
        long epoch,
        boolean halted,
        boolean reconciled,
        @Nullable Instant marketTime) {

    /** Why a purchase may not be sent; empty when it may. */
    public Optional<String> objectionToBuying(RiskVerdict.Approved verdict) {
        if (engine == null) {
            return Optional.of("the engine's state is not known");
        }
        if (halted) {
            return Optional.of("entries are halted");
        }
        if (engine != EngineState.RUNNING) {
            return Optional.of("the engine is " + engine);
        }
        if (!reconciled) {
            return Optional.of("the account is being reconciled with the venue");
        }
        return objectionToActing(verdict);
    }

    /** Why an approved order of either side is void; empty when it is not. */
    public Optional<String> objectionToActing(RiskVerdict.Approved verdict) {
        if (engine == null || verdict.epoch() != epoch) {
            return Optional.of(
                    "it was approved in epoch %d and the engine is in epoch %s"
                            .formatted(verdict.epoch(), engine == null ? "unknown" : epoch));
        }
        if (marketTime == null) {
            return Optional.of("the market's time is not known");
        }
        if (marketTime.isAfter(verdict.validUntil())) {
            return Optional.of(
                    "it was valid until %s and it is %s"
                            .formatted(verdict.validUntil(), marketTime));
        }
        return Optional.empty();
    }
}
