package pro.cryptotrader.executor;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.EngineState;
import pro.cryptotrader.contracts.event.EngineStateChanged;

/**
 * What the executor knows of an account's engine, and whether somebody pulled the brake here.
 *
 * @param state null while it is not known
 * @param epoch -1 while it is not known
 * @param commandId the command that led to the state; null when it changed by itself
 * @param halt the brake; null when it is not pulled
 */
public record EngineView(
        @Nullable EngineState state, long epoch, @Nullable UUID commandId, @Nullable Halt halt) {
    static final EngineView UNKNOWN = new EngineView(null, -1, null, null);

    /**
     * The brake.
     *
     * @param epoch the engine's epoch when it was pulled
     * @param at wall time
     */
    public record Halt(UUID commandId, long epoch, Instant at) {}

    /**
     * Takes over a state of the engine that is not older. The brake is released only by a newer
     * state that knows of it: one that its own command led to, or that was decided after it.
     */
    EngineView heard(EngineStateChanged engine) {
        if (engine.epoch() < epoch) {
            return this;
        }
        return new EngineView(
                engine.state(),
                engine.epoch(),
                engine.commandId(),
                halt != null && isReleasedBy(engine, halt) ? null : halt);
    }

    private static boolean isReleasedBy(EngineStateChanged engine, Halt halt) {
        return engine.epoch() > halt.epoch()
                && (halt.commandId().equals(engine.commandId()) || engine.at().isAfter(halt.at()));
    }

    /**
     * Pulls the brake, unless the engine's state shows that the command has been obeyed already.
     */
    EngineView halted(UUID command, Instant at) {
        return command.equals(commandId) || (halt != null && halt.commandId().equals(command))
                ? this
                : new EngineView(state, epoch, commandId, new Halt(command, epoch, at));
    }
}
