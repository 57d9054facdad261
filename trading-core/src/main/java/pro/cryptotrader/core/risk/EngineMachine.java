package pro.cryptotrader.core.risk;

import static pro.cryptotrader.contracts.event.EngineCommand.Action.EMERGENCY_STOP;
import static pro.cryptotrader.contracts.event.EngineCommand.Action.PAUSE;
import static pro.cryptotrader.contracts.event.EngineCommand.Action.RESET;
import static pro.cryptotrader.contracts.event.EngineCommand.Action.RESUME;
import static pro.cryptotrader.contracts.event.EngineCommand.Action.START;
import static pro.cryptotrader.contracts.event.EngineCommand.Action.STOP;
import static pro.cryptotrader.contracts.event.EngineState.EMERGENCY_STOPPED;
import static pro.cryptotrader.contracts.event.EngineState.PAUSED;
import static pro.cryptotrader.contracts.event.EngineState.RUNNING;
import static pro.cryptotrader.contracts.event.EngineState.SAFE_MODE;
import static pro.cryptotrader.contracts.event.EngineState.STOPPED;
import static pro.cryptotrader.contracts.event.EngineState.STOPPING;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.EngineCommand;
import pro.cryptotrader.contracts.event.EngineState;

/**
 * The legal moves of an engine. Nothing but a person's command ever leads to RUNNING.
 *
 * <p>A STOP that keeps positions goes straight to STOPPED. STOPPED may be stopped again, to sell
 * what an earlier stop kept. The one move without a command is STOPPING to STOPPED, once nothing is
 * left to sell. A reached daily loss limit moves nothing: the rule denies entries until the day is
 * over, exits and protection go on.
 */
public final class EngineMachine {
    private static final List<Move> MOVES =
            List.of(
                    new Move(STOPPED, START, RUNNING),
                    new Move(STOPPED, STOP, STOPPING),
                    new Move(STOPPED, EMERGENCY_STOP, EMERGENCY_STOPPED),
                    new Move(RUNNING, PAUSE, PAUSED),
                    new Move(RUNNING, STOP, STOPPING),
                    new Move(RUNNING, EMERGENCY_STOP, EMERGENCY_STOPPED),
                    new Move(PAUSED, RESUME, RUNNING),
                    new Move(PAUSED, STOP, STOPPING),
                    new Move(PAUSED, EMERGENCY_STOP, EMERGENCY_STOPPED),
                    new Move(STOPPING, EMERGENCY_STOP, EMERGENCY_STOPPED),
                    new Move(EMERGENCY_STOPPED, RESET, STOPPED),
                    // Again, and this time with or without selling.
                    new Move(EMERGENCY_STOPPED, EMERGENCY_STOP, EMERGENCY_STOPPED),
                    new Move(SAFE_MODE, RESUME, RUNNING),
                    new Move(SAFE_MODE, PAUSE, PAUSED),
                    new Move(SAFE_MODE, STOP, STOPPING),
                    new Move(SAFE_MODE, EMERGENCY_STOP, EMERGENCY_STOPPED));

    private EngineMachine() {}

    private record Move(EngineState from, EngineCommand.Action action, EngineState to) {}

    /** The commands that are possible in {@code state}. */
    public static Set<EngineCommand.Action> possible(EngineState state) {
        var actions = EnumSet.noneOf(EngineCommand.Action.class);
        MOVES.stream().filter(move -> move.from() == state).forEach(m -> actions.add(m.action()));
        return actions;
    }

    /**
     * The engine after {@code command}, which is in its memory either way; one that was answered
     * before changes nothing.
     */
    static Engine after(Engine engine, UUID commandId, EngineCommand command) {
        if (engine.answerTo(commandId) != null) {
            return engine;
        }
        var refusal = refusal(engine.state(), command);
        if (refusal != null) {
            return engine.answering(commandId, refusal);
        }
        boolean sells = command.closePositions() && mayLiquidate(command.action());
        return engine.moved(
                        target(engine.state(), command),
                        sells,
                        commandId,
                        reason(command),
                        command.issuedAt())
                .answering(commandId, null);
    }

    /** The STOPPING engine once nothing is left to sell. */
    static Engine afterLiquidation(Engine engine, Instant wallTime) {
        return engine.moved(STOPPED, false, null, "All positions are closed", wallTime);
    }

    private static @Nullable String refusal(EngineState state, EngineCommand command) {
        var action = command.action();
        var possible = possible(state);
        if (!possible.contains(action)) {
            return "%s is not possible while the engine is %s; possible now: %s"
                    .formatted(
                            action,
                            state,
                            possible.stream().map(Enum::name).collect(Collectors.joining(", ")));
        }
        if (state == STOPPED && action == STOP && !command.closePositions()) {
            return "The engine is STOPPED already; STOP that closes positions sells what is held";
        }
        if (action == RESET && command.reason().isBlank()) {
            return "RESET leaves an emergency stop and needs a reason";
        }
        return null;
    }

    private static EngineState target(EngineState from, EngineCommand command) {
        var to =
                MOVES.stream()
                        .filter(move -> move.from() == from && move.action() == command.action())
                        .findFirst()
                        .orElseThrow()
                        .to();
        return to == STOPPING && !command.closePositions() ? STOPPED : to;
    }

    private static boolean mayLiquidate(EngineCommand.Action action) {
        return action == STOP || action == EMERGENCY_STOP;
    }

    private static String reason(EngineCommand command) {
        var by = command.action() + " by " + command.issuedBy();
        return command.reason().isBlank() ? by : by + ": " + command.reason().strip();
    }
}
