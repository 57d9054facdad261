package pro.cryptotrader.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.contracts.event.EngineState;
import pro.cryptotrader.contracts.event.EngineStateChanged;
import pro.cryptotrader.contracts.value.AccountId;

class EngineViewTest {
    private static final UUID STOP = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");

    private final EngineView running =
            EngineView.UNKNOWN.heard(state(EngineState.RUNNING, 4, OTHER, T));

    @Test
    void knowsNothingAtFirst() {
        assertThat(EngineView.UNKNOWN.state()).isNull();
    }

    @Test
    void anOlderStateChangesNothing() {
        assertThat(running.heard(state(EngineState.PAUSED, 3, null, T))).isEqualTo(running);
    }

    @Test
    void theBrakeStaysPulledWhenTheSameEpochIsToldAgain() {
        var halted = running.halted(STOP, T);

        assertThat(halted.heard(state(EngineState.RUNNING, 4, OTHER, T.plusSeconds(1))).halt())
                .isNotNull();
    }

    @Test
    void theBrakeStaysPulledThroughAStateThatWasDecidedBeforeIt() {
        var halted = running.halted(STOP, T);

        assertThat(halted.heard(state(EngineState.RUNNING, 5, OTHER, T.minusSeconds(1))).halt())
                .isNotNull();
    }

    @Test
    void theStateOfItsOwnCommandReleasesTheBrake() {
        var stopped =
                running.halted(STOP, T)
                        .heard(state(EngineState.EMERGENCY_STOPPED, 5, STOP, T.minusSeconds(1)));

        assertThat(stopped.halt()).isNull();
        assertThat(stopped.state()).isEqualTo(EngineState.EMERGENCY_STOPPED);
    }

    @Test
    void aCommandThatTheEngineHasObeyedAlreadyPullsNothing() {
        var stopped = running.heard(state(EngineState.EMERGENCY_STOPPED, 5, STOP, T));

        assertThat(stopped.halted(STOP, T)).isEqualTo(stopped);
    }

    private static EngineStateChanged state(
            EngineState state, long epoch, @Nullable UUID command, Instant at) {
        return new EngineStateChanged(
                new AccountId("main"), state, epoch, epoch, false, command, "test", at);
    }
}
