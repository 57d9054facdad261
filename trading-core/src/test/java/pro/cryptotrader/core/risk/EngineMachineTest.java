package pro.cryptotrader.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static pro.cryptotrader.core.risk.RiskSamples.*;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pro.cryptotrader.contracts.event.EngineCommand;
import pro.cryptotrader.contracts.event.EngineCommand.Action;
import pro.cryptotrader.contracts.event.EngineState;
import pro.cryptotrader.core.risk.Engine.Answer;

class EngineMachineTest {
    private static final UUID COMMAND = new UUID(2, 2);

    @ParameterizedTest
    @CsvSource({
        "STOPPED,           START, RUNNING",
        "STOPPED,           PAUSE,",
        "STOPPED,           RESUME,",
        "STOPPED,           STOP, STOPPING",
        "STOPPED,           EMERGENCY_STOP, EMERGENCY_STOPPED",
        "STOPPED,           RESET,",
        "RUNNING,           START,",
        "RUNNING,           PAUSE, PAUSED",
        "RUNNING,           RESUME,",
        "RUNNING,           STOP, STOPPING",
        "RUNNING,           EMERGENCY_STOP, EMERGENCY_STOPPED",
        "RUNNING,           RESET,",
        "PAUSED,            START,",
        "PAUSED,            PAUSE,",
        "PAUSED,            RESUME, RUNNING",
        "PAUSED,            STOP, STOPPING",
        "PAUSED,            EMERGENCY_STOP, EMERGENCY_STOPPED",
        "PAUSED,            RESET,",
        "STOPPING,          START,",
        "STOPPING,          PAUSE,",
        "STOPPING,          RESUME,",
        "STOPPING,          STOP,",
        "STOPPING,          EMERGENCY_STOP, EMERGENCY_STOPPED",
        "STOPPING,          RESET,",
        "EMERGENCY_STOPPED, START,",
        "EMERGENCY_STOPPED, PAUSE,",
        "EMERGENCY_STOPPED, RESUME,",
        "EMERGENCY_STOPPED, STOP,",
        "EMERGENCY_STOPPED, EMERGENCY_STOP, EMERGENCY_STOPPED",
        "EMERGENCY_STOPPED, RESET, STOPPED",
        "SAFE_MODE,         START,",
        "SAFE_MODE,         PAUSE, PAUSED",
        "SAFE_MODE,         RESUME, RUNNING",
        "SAFE_MODE,         STOP, STOPPING",
        "SAFE_MODE,         EMERGENCY_STOP, EMERGENCY_STOPPED",
        "SAFE_MODE,         RESET,",
    })
    void movesAsTheTableSays(EngineState from, Action action, @Nullable EngineState to) {
        var next = EngineMachine.after(engine(from), COMMAND, command(action, true, "checked"));

        if (to == null) {
            assertThat(next.state()).isEqualTo(from);
            assertThat(next.epoch()).isEqualTo(7);
            assertThat(next.answered().getFirst().refusal()).isNotNull();
        } else {
            boolean sells = action == Action.STOP || action == Action.EMERGENCY_STOP;
            assertThat(next)
                    .isEqualTo(
                            new Engine(
                                    to,
                                    8,
                                    6,
                                    sells,
                                    COMMAND,
                                    action + " by admin: checked",
                                    WALL,
                                    List.of(new Answer(COMMAND, null))));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = EngineState.class,
            names = {"RUNNING", "PAUSED", "SAFE_MODE"})
    void aStopThatKeepsPositionsStopsAtOnce(EngineState from) {
        var next = EngineMachine.after(engine(from), COMMAND, command(Action.STOP, false, ""));

        assertThat(next)
                .isEqualTo(
                        new Engine(
                                EngineState.STOPPED,
                                8,
                                6,
                                false,
                                COMMAND,
                                "STOP by admin",
                                WALL,
                                List.of(new Answer(COMMAND, null))));
    }

    @Test
    void aStoppedEngineCanStillSellWhatItKept() {
        var kept = engine(EngineState.STOPPED);

        assertThat(EngineMachine.after(kept, COMMAND, command(Action.STOP, true, "")).state())
                .isEqualTo(EngineState.STOPPING);
        assertThat(refusal(kept, command(Action.STOP, false, "")))
                .isEqualTo(
                        "The engine is STOPPED already; STOP that closes positions sells what is held");
    }

    @Test
    void anEmergencyStopSellsOrKeepsAsTheOperatorChooses() {
        var running = engine(EngineState.RUNNING);

        assertThat(
                        EngineMachine.after(
                                        running, COMMAND, command(Action.EMERGENCY_STOP, false, ""))
                                .liquidate())
                .isFalse();
        assertThat(
                        EngineMachine.after(
                                        running, COMMAND, command(Action.EMERGENCY_STOP, true, ""))
                                .liquidate())
                .isTrue();
    }

    @Test
    void aResetNeedsAReason() {
        assertThat(
                        refusal(
                                engine(EngineState.EMERGENCY_STOPPED),
                                command(Action.RESET, false, " ")))
                .isEqualTo("RESET leaves an emergency stop and needs a reason");
    }

    @Test
    void aRefusalSaysWhatIsPossible() {
        assertThat(refusal(engine(EngineState.PAUSED), command(Action.START, true, "")))
                .isEqualTo(
                        "START is not possible while the engine is PAUSED; possible now: RESUME, STOP, EMERGENCY_STOP");
    }

    @Test
    void aCommandIsAnsweredOnceEvenIfItWouldBePossibleLater() {
        var refused =
                EngineMachine.after(
                        engine(EngineState.STOPPED), COMMAND, command(Action.RESUME, true, ""));
        var paused =
                new Engine(EngineState.PAUSED, 9, 9, false, null, "", WALL, refused.answered());

        assertThat(EngineMachine.after(paused, COMMAND, command(Action.RESUME, true, "")))
                .isEqualTo(paused);
    }

    @Test
    void remembersABoundedNumberOfCommands() {
        var engine = engine(EngineState.STOPPED);
        for (int i = 0; i <= Engine.REMEMBERED_COMMANDS; i++) {
            engine = engine.answering(new UUID(3, i), null);
        }

        assertThat(engine.answered()).hasSize(Engine.REMEMBERED_COMMANDS);
        assertThat(engine.answerTo(new UUID(3, 0))).isNull();
        assertThat(engine.answerTo(new UUID(3, Engine.REMEMBERED_COMMANDS))).isNotNull();
    }

    private static Engine engine(EngineState state) {
        return new Engine(state, 7, 6, false, null, "before", WALL.minusSeconds(9), List.of());
    }

    private static @Nullable String refusal(Engine engine, EngineCommand command) {
        return EngineMachine.after(engine, COMMAND, command).answered().getLast().refusal();
    }
}
